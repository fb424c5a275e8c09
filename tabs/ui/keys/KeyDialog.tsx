/** The keys of the page in view and those that work everywhere, and the switch for keys of a single character. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Switch,
} from '@fluentui/react-components'
import { useState } from 'react'
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
  const [open, setOpen] = useState(true)
  const [on, setOn] = useState(singleKeysOn)
  const [page] = useState(keysInView)
  return (
    // Closed before it is taken away: a dialog that vanishes leaves the page hidden from screen readers.
    <Dialog
      open={open}
      onOpenChange={(_, data) => setOpen(data.open)}
      surfaceMotion={{ onMotionFinish: (_, { direction }) => direction === 'exit' && close() }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('keys.title')}</DialogTitle>
          <DialogContent>
            {page.length > 0 && <Keys name={t('keys.page')} rows={page} off={!on} />}
            <Keys name={t('keys.everywhere')} rows={everywhere} off={!on} />
            <Switch
              checked={on}
              label={t('keys.single')}
              onChange={(_, { checked }) => {
                setOn(checked)
                void choose(checked)
              }}
            />
            <p className={styles.why}>{t('keys.singleWhy')}</p>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setOpen(false)}>{t('keys.close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
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
