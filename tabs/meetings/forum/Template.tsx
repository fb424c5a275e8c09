/** The template of a forum's meetings: read by all, changed by those who lead it. Meetings that are planned keep what they were made from. */
import { use, useState } from 'react'
import {
  type Cadence,
  type ForumTemplate,
  forumTemplates,
  type StandingItem,
} from '#src/lists/forumTemplates.ts'
import { itemKinds } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { same } from '#src/rules/initiatives/editing.ts'
import { cadenceText } from '#src/text/cadence.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { FieldEdit } from '../../ui/fields/FieldEdit.tsx'
import { FieldView } from '../../ui/fields/FieldView.tsx'
import { Refusals } from '../../ui/Refusals.tsx'
import { useAsk } from '../useAsk.ts'
import { RuleEdit } from './RuleEdit.tsx'
import { StandingEdit } from './StandingEdit.tsx'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'
import styles from '../Meetings.module.css'

/** Fields with an ordinary control, in the order they are read. */
const fields = [
  'start',
  'lengthMinutes',
  'place',
  'sendDays',
  'stopDays',
  'minutesKind',
  'verification',
  'verifiers',
  'effectAt',
  'guidesOnly',
  'joint',
  'caseNumber',
  'informationClass',
  'sentTo',
] as const

type Values = Partial<ForumTemplate>

/** What a forum without a template begins with: nothing is planned until somebody has said when. */
const usual: Values = {
  rule: { every: 'need' },
  minutesKind: 'notes',
  effectAt: 'atMeeting',
  verification: false,
}

export function Template({
  forum,
  template,
  mayEdit,
}: {
  forum: Forum
  template: ForumTemplate | undefined
  mayEdit: boolean
}) {
  const words = useWords()
  // The sentences of form fields.
  use(words.learn('initiative'))
  if (mayEdit) return <TemplateForm forum={forum} template={template} />
  return template ? <TemplateView template={template} /> : <p>{words.t('forum.noTemplate')}</p>
}

function TemplateView({ template }: { template: ForumTemplate }) {
  const words = useWords()
  const { today } = useSession()
  const { t } = words
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>{words.label(forumTemplates, 'rule')}</dt>
          <dd>{cadenceText(template.rule, words, today)}</dd>
        </div>
        {fields.map((field) => (
          <div key={field}>
            <dt>{words.label(forumTemplates, field)}</dt>
            <dd>
              <FieldView list={forumTemplates} field={field} value={template[field]} />
            </dd>
          </div>
        ))}
      </dl>
      <h3>{words.label(forumTemplates, 'standing')}</h3>
      <ul>
        {(template.standing ?? []).map((item) => (
          <li key={item.title}>
            {item.title}{' '}
            <span className={styles.quiet}>
              {words.of(itemKinds, item.kind)} · {t('meetings.minutesLong', { minutes: item.minutes })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function TemplateForm({ forum, template }: { forum: Forum; template: ForumTemplate | undefined }) {
  const words = useWords()
  const { t } = words
  const { ask, refusals, busy } = useAsk()
  const [changes, setChanges] = useState<Record<string, unknown>>({})
  const [saved, setSaved] = useState(false)
  const stands: Record<string, unknown> = { ...(template ?? usual) }
  const now = { ...stands, ...changes }
  const change = (field: string, value: unknown) => {
    setSaved(false)
    setChanges((before) => ({ ...before, [field]: value }))
  }
  const submit = async () => {
    const values = template
      ? Object.fromEntries(Object.entries(changes).filter(([field, value]) => !same(stands[field], value)))
      : now
    const seen = template && { [template.key]: template.version }
    const isDone = await ask('saveForumTemplate', { forum: forum.key, values }, seen)
    if (!isDone) return
    setChanges({})
    setSaved(true)
  }
  const hasChanges = Object.entries(changes).some(([field, value]) => !same(stands[field], value))
  return (
    <form
      className={forms.form}
      aria-label={t('forum.template')}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <RuleEdit value={now.rule as Cadence} change={(rule) => change('rule', rule)} />
      <div className={forms.fields}>
        {fields.map((field) => (
          <FieldEdit
            key={field}
            list={forumTemplates}
            field={field}
            value={now[field]}
            change={(value) => change(field, value)}
          />
        ))}
      </div>
      <StandingEdit
        value={(now.standing as StandingItem[] | null | undefined) ?? []}
        change={(standing) => change('standing', standing)}
      />
      <p className={styles.quiet}>{t('forum.templateKept')}</p>
      <Refusals refusals={refusals} />
      <div className={forms.actions}>
        <button
          type='submit'
          className={buttons.primary}
          disabled={busy || (!hasChanges && template !== undefined)}
        >
          {t('forum.saveTemplate')}
        </button>
        <span role='status'>{saved ? t('forum.templateSaved') : ''}</span>
      </div>
    </form>
  )
}
