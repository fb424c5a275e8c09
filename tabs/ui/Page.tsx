/** The frame of a page: a heading, room for tools beside it, and the content. */
import type { ReactNode } from 'react'
import styles from './Page.module.css'

export function Page({
  title,
  tools,
  children,
}: {
  title: ReactNode
  tools?: ReactNode
  children: ReactNode
}) {
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        {tools && <div className={styles.tools}>{tools}</div>}
      </header>
      {children}
    </main>
  )
}
