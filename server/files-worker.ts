export { Files as default } from './worker/files.ts'
