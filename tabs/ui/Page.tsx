/** The frame of a page: a heading, room for tools beside it, and the content. */
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './Page.module.css'

let isFirst = true

export function Page({
  title,
  tools,
  fills = false,
  children,
}: {
  title: ReactNode
  tools?: ReactNode
  /** As high as the window, for content that scrolls by itself. */
  fills?: boolean
  children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  // The link that led here is gone with its page: the keyboard and the screen reader go on from the heading.
  useEffect(() => {
    const place = document.getElementById(window.location.hash.slice(1))
    place?.scrollIntoView()
    if ((place || !isFirst) && document.activeElement === document.body)
      (place ?? heading.current)?.focus({ preventScroll: true })
    isFirst = false
  }, [])
  return (
    <main className={`${styles.page} ${fills ? styles.fills : ''}`}>
      <header className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {tools && <div className={styles.tools}>{tools}</div>}
      </header>
      {children}
    </main>
  )
}
