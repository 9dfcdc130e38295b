import '../../styles/doors.css'
import type { JSX } from 'solid-js'
import { PageTitle } from '../page-title.tsx'
import { PlainTopBar } from '../plain-top-bar.tsx'

/** A page that somebody comes to by a link: one sheet with one question on it. */
export function DoorPage(props: { title: string; children: JSX.Element }) {
  return (
    <>
      <PlainTopBar />
      <PageTitle title={props.title} />
      <main class="oa-page oa-page--door" id="content" tabindex="-1">
        <div class="oa-paper oa-stack">
          <h1 tabindex="-1">{props.title}</h1>
          {props.children}
        </div>
      </main>
    </>
  )
}
