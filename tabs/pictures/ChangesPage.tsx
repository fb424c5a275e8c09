/** Changes: what is new, moved, gone, merged, later and dearer between two days, each with its before and after. */
import { useId, useMemo } from 'react'
import type { Initiative } from '#src/lists/initiatives.ts'
import { changesBetween } from '#src/rules/pictures/changesBetween.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { ChangesPicture } from './changes/ChangesPicture.tsx'
import { type Quick, quickChoices, spanIn } from './changes/span.ts'
import { useSittings } from './changes/useSittings.ts'
import { Choice } from '../ui/Choice.tsx'
import { Reading } from './lens/Reading.tsx'
import { useParams } from './lens/useParam.ts'
import { useTrailSince } from './lens/useTrailSince.ts'
import { PicturePage } from './PicturePage.tsx'
import styles from './lens/Lens.module.css'

export function ChangesPage() {
  return (
    <PicturePage title='pictures.changes' withMerged>
      {(shown) => <Chosen shown={shown} />}
    </PicturePage>
  )
}

const OWN = 'own'

function Chosen({ shown }: { shown: readonly Initiative[] }) {
  const { t, locale } = useWords()
  const { today } = useSession()
  const [params, put] = useParams()
  const { from, to } = spanIn(params.get('from') ?? undefined, params.get('to') ?? undefined, today)
  const sittings = useSittings()
  const quick = useMemo(() => quickChoices(today, sittings), [today, sittings])
  const chosen = to === today ? quick.find((one) => one.from === from) : undefined
  const { rows: trail, error, reload } = useTrailSince(from)
  const changes = useMemo(() => trail && changesBetween(shown, { trail, from, to }), [trail, shown, from, to])
  const nameOf = (one: Quick) =>
    one.name === 'meeting'
      ? t('changes.meeting', { forum: one.forum.title, day: formatDay(one.from, locale, today) })
      : t(`changes.${one.name}`)
  return (
    <>
      <div className={`${styles.choices} no-print`}>
        <Choice
          label={t('changes.since')}
          value={chosen?.id ?? OWN}
          options={[
            ...quick.map((one) => ({ value: one.id, text: nameOf(one) })),
            ...(chosen ? [] : [{ value: OWN, text: t('changes.own') }]),
          ]}
          choose={(id) => {
            put({ from: quick.find((one) => one.id === id)?.from, to: undefined })
          }}
        />
        <DayChoice label={t('changes.from')} value={from} most={to} choose={(day) => put({ from: day })} />
        <DayChoice label={t('changes.to')} value={to} most={today} choose={(day) => put({ to: day })} />
      </div>
      {from >= to ? (
        <p role='alert'>{t('changes.wrongWay')}</p>
      ) : changes ? (
        <ChangesPicture changes={changes} from={from} to={to} today={today} />
      ) : (
        <Reading error={error} reload={reload} />
      )}
    </>
  )
}

function DayChoice({
  label,
  value,
  most,
  choose,
}: {
  label: string
  value: string
  most: string
  choose: (day: string | undefined) => void
}) {
  const id = useId()
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type='date'
        value={value}
        max={most}
        onChange={({ target }) => choose(target.value || undefined)}
      />
    </span>
  )
}
