/** Whether what was typed is saved: saved, saving, unsaved and how much, offline; and what the person may do about it. */
import { useSyncExternalStore } from 'react'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import buttons from '../../ui/Buttons.module.css'
import { clashesIn, isUnsaved } from './autosave.ts'
import { useNotes, useSaveState } from './useNotes.ts'
import styles from './Hold.module.css'

const signs = { saved: '✓', saving: '↻', unsaved: '▲', offline: '▲' } as const

export function SaveStatus() {
  const { t } = useWords()
  const { session } = useSession()
  const notes = useNotes()
  const state = useSaveState()
  const keeps = useSyncExternalStore(notes.subscribe, notes.keeps)
  const restored = useSyncExternalStore(notes.subscribe, notes.restored)
  const refused = useSyncExternalStore(notes.subscribe, () =>
    JSON.stringify(notes.boxes().flatMap((box) => (box.refused ? notes.refusals(box.item) : []))),
  )
  // Of two versions one is chosen first, below.
  const maySend = useSyncExternalStore(notes.subscribe, () =>
    notes.boxes().some((box) => isUnsaved(box) && clashesIn(box).length === 0),
  )
  const signIn = useSyncExternalStore(session.acting.subscribe, session.acting.signInNeeded)
  const refusals = JSON.parse(refused) as ReturnType<typeof notes.refusals>
  const stuck = state.is === 'unsaved' || state.is === 'offline'
  return (
    <div className={styles.save}>
      <p role='status' className={styles.saveState} data-state={state.is}>
        <span aria-hidden='true'>{signs[state.is]} </span>
        {stuck && state.count === 0
          ? t('holding.offlineAlone')
          : t(`holding.${state.is}`, stuck ? { count: state.count } : {})}
      </p>
      {state.is === 'unsaved' &&
        maySend &&
        (signIn ? (
          <button type='button' className={buttons.small} onClick={() => void session.signIn()}>
            {t('holding.signIn')}
          </button>
        ) : (
          <button type='button' className={buttons.small} onClick={notes.flush}>
            {t('holding.saveNow')}
          </button>
        ))}
      {!keeps && <p className={styles.warning}>{t('holding.noStorage')}</p>}
      {restored > 0 && <p className={styles.quiet}>{t('holding.restored', { count: restored })}</p>}
      <Refusals refusals={refusals} />
    </div>
  )
}
