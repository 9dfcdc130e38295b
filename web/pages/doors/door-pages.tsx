// Pages that are visited once in a while, in one file to fetch.
export { AccountPage } from '../account/account-page.tsx'
export { OutboxPage } from '../outbox/outbox-page.tsx'
export { JoinPage } from './join-page.tsx'
export { SignInPage } from './sign-in-page.tsx'
export { StopPage } from './stop-page.tsx'
