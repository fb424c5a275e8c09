/** A new date for an action, or somebody else to do it: always with a reason. */
import { useId, useState } from 'react'
import type { Person } from '#src/lists/columns.ts'
import type { ActionItem } from '#src/lists/actionItems.ts'
import { useWords } from '../../language.ts'
import { OnePicker } from '../../ui/fields/Picker.tsx'
import { useOptions } from '../../ui/fields/options.ts'
import { useDirectory } from '../../ui/fields/useDirectory.ts'
import type { ActionValues } from './useActionWork.ts'
import buttons from '../../ui/Buttons.module.css'
import styles from '../Parts.module.css'

export function ActionChange({
  what,
  action,
  busy,
  save,
}: {
  what: 'move' | 'handOver'
  action: ActionItem
  busy: boolean
  save: (values: ActionValues) => Promise<void>
}) {
  const { t } = useWords()
  const id = useId()
  const [due, setDue] = useState(action.due)
  const [owner, setOwner] = useState<Person>()
  const [reason, setReason] = useState('')
  const isReady =
    reason.trim() !== '' && (what === 'move' ? due !== action.due && due !== '' : owner !== undefined)
  return (
    <form
      className={styles.change}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) void save(what === 'move' ? { due, reason } : { ...(owner && { owner }), reason })
      }}
    >
      {what === 'move' ? (
        <label>
          {t('actions.newDay')}
          <input type='date' value={due} required onChange={(event) => setDue(event.target.value)} />
        </label>
      ) : (
        <WhoInstead owner={owner} change={setOwner} />
      )}
      <label className={styles.reason}>
        {t('actions.why')}
        <input
          id={id}
          value={reason}
          required
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <button type='submit' className={buttons.primary} disabled={busy || !isReady}>
        {t('actions.save')}
      </button>
      {!isReady && (
        <span className={styles.quiet}>{t(what === 'move' ? 'actions.askDay' : 'actions.askWho')}</span>
      )}
    </form>
  )
}

function WhoInstead({
  owner,
  change,
}: {
  owner: Person | undefined
  change: (owner: Person | undefined) => void
}) {
  const { t } = useWords()
  const options = useOptions('owner')
  const directory = useDirectory()
  return (
    <div>
      <span aria-hidden='true'>{t('actions.toWhom')}</span>
      <OnePicker
        label={t('actions.toWhom')}
        options={options}
        value={owner}
        directory={directory}
        change={(value) => change(value && 'id' in value ? value : undefined)}
      />
    </div>
  )
}
