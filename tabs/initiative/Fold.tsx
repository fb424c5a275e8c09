/** A section that is folded, with what is inside said in its head. */
import { type ReactNode, useEffect, useState } from 'react'
import styles from './Initiative.module.css'

export function Fold({
  id,
  title,
  says,
  opened = false,
  children,
}: {
  id: string
  title: string
  says: string
  /** Whether it is unfolded: at first, or because somebody was led here. */
  opened?: boolean
  children: ReactNode
}) {
  const [isOpen, setOpen] = useState(opened)
  // What has been open stays as it was: folding doesn't lose what is half written.
  const [wasOpen, setWasOpen] = useState(opened)
  const [led, setLed] = useState(opened)
  if (led !== opened) {
    setLed(opened)
    if (opened) setOpen(true)
  }
  if (isOpen && !wasOpen) setWasOpen(true)
  // Paper can't be unfolded.
  useEffect(() => {
    const unfold = () => setOpen(true)
    window.addEventListener('beforeprint', unfold)
    return () => window.removeEventListener('beforeprint', unfold)
  }, [])
  return (
    <details
      id={`section-${id}`}
      className={styles.section}
      open={isOpen}
      onToggle={(event) => event.target === event.currentTarget && setOpen(event.currentTarget.open)}
    >
      <summary className={styles.foldHead}>
        <h2>{title}</h2> <span className={styles.says}>{says}</span>
      </summary>
      {wasOpen && children}
    </details>
  )
}
