/** The way in: choose a file with the button, or drop it anywhere on the page. */
import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../language.ts'
import styles from './Import.module.css'

export function FileChoice({ name, choose }: { name: string | undefined; choose: (files: File[]) => void }) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const over = useDrop(choose)
  return (
    <div
      className={`${styles.file} ${name === undefined ? styles.fileFirst : ''} ${over ? styles.over : ''}`}
    >
      <input
        ref={input}
        type='file'
        accept='.xlsx'
        hidden
        aria-label={t('import.choose')}
        onChange={({ currentTarget }) => {
          choose([...(currentTarget.files ?? [])])
          // The same file may be chosen again after it was mended.
          currentTarget.value = ''
        }}
      />
      <Button
        appearance={name === undefined ? 'primary' : 'secondary'}
        onClick={() => input.current?.click()}
      >
        {t(name === undefined ? 'import.choose' : 'import.again')}
      </Button>
      <span>{name ?? t('import.dropHere')}</span>
    </div>
  )
}

/** Takes files dropped anywhere: beside the zone the browser would open the file instead of the app. */
function useDrop(choose: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(choose)
  useEffect(() => {
    latest.current = choose
  }, [choose])
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(false)
      latest.current([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [])
  return over
}
