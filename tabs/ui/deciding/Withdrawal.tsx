/** Why somebody no longer stands behind an initiative: asked before it is taken back. */
import { Button, Field, Input } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../language.ts'
import styles from './Deciding.module.css'

export function Withdrawal({
  unit,
  busy,
  cancel,
  withdraw,
}: {
  unit: string
  busy: boolean
  cancel: () => void
  withdraw: (reason: string) => void
}) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const field = useRef<HTMLInputElement>(null)
  // The button that opened this is gone.
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      className={styles.withdrawal}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() && !busy) withdraw(reason.trim())
      }}
    >
      <Field label={t('initiative.withdrawWhy')} required>
        <Input
          input={{ ref: field }}
          maxLength={255}
          value={reason}
          onChange={(_, d) => setReason(d.value)}
        />
      </Field>
      <div className={styles.actions}>
        <Button type='submit' size='small' disabledFocusable={busy || !reason.trim()}>
          {t('initiative.withdrawFor', { unit })}
        </Button>
        <Button size='small' appearance='subtle' onClick={cancel}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  )
}
