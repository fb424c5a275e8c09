/** The keys of the page in view and those that work everywhere, and the switch for keys of a single character. */
import { useEffect, useId, useRef, useState } from 'react'
import type { SentenceKey } from '#src/text/words.ts'
import { useWords } from '../../language.ts'
import { type KeyRow, keysInView, singleKeysOn } from './keys.ts'
import styles from './Keys.module.css'

const everywhere: readonly KeyRow[] = [
  { keys: ['?'], does: 'keys.help' },
  { keys: ['Tab', 'Shift+Tab'], does: 'keys.next' },
  { keys: ['Enter', 'Space'], does: 'keys.press' },
  { keys: ['Esc'], does: 'keys.escape' },
]

export function KeyDialog({ close, choose }: { close: () => void; choose: (on: boolean) => Promise<void> }) {
  const { t } = useWords()
  const [on, setOn] = useState(singleKeysOn)
  const [page] = useState(keysInView)
  const title = useId()
  // The browser's own: it gives the focus back to where it was, and keeps the rest of the page out of reach meanwhile.
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} aria-labelledby={title} className={styles.dialog} onClose={close}>
      <h2 id={title}>{t('keys.title')}</h2>
      {page.length > 0 && <Keys name={t('keys.page')} rows={page} off={!on} />}
      <Keys name={t('keys.everywhere')} rows={everywhere} off={!on} />
      <label className={styles.single}>
        <input
          type='checkbox'
          role='switch'
          checked={on}
          aria-checked={on}
          onChange={({ target: { checked } }) => {
            setOn(checked)
            void choose(checked)
          }}
        />
        {t('keys.single')}
      </label>
      <p className={styles.why}>{t('keys.singleWhy')}</p>
      <button type='button' className={styles.close} onClick={() => dialog.current?.close()}>
        {t('keys.close')}
      </button>
    </dialog>
  )
}

function Keys({ name, rows, off }: { name: string; rows: readonly KeyRow[]; off: boolean }) {
  const { t } = useWords()
  const shown = rows.filter(({ keys }) => !off || !keys.every(isCharacter))
  return (
    <table className={styles.keys}>
      <caption>{name}</caption>
      <thead className='visually-hidden'>
        <tr>
          <th scope='col'>{t('keys.key')}</th>
          <th scope='col'>{t('keys.does')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ keys, does }) => (
          <tr key={does}>
            <td>
              {keys.map((key, at) => (
                <span key={key}>
                  {at > 0 && <span className='visually-hidden'> {t('keys.or')} </span>}
                  <kbd>
                    {key
                      .split('+')
                      .map((part) => (named[part] ? t(named[part]) : (signs[part] ?? part)))
                      .join('+')}
                  </kbd>{' '}
                </span>
              ))}
            </td>
            <td>{t(does)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const named: Record<string, SentenceKey> = {
  Space: 'keys.name.Space',
  Tab: 'keys.name.Tab',
  Shift: 'keys.name.Shift',
  Delete: 'keys.name.Delete',
}
const signs: Record<string, string> = { Up: '↑', Down: '↓', Left: '←', Right: '→' }

const isCharacter = (key: string) => key.length === 1
