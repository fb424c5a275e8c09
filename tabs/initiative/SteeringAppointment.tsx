/** Whether the steering group is appointed, by whom it is, and the button for whoever may. */
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { mandates } from '#src/lists/organisation.ts'
import { decidersOf, decidingRight, isRefusal, mandateOf } from '#src/rules/mandate.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { isAppointed } from '#src/rules/initiatives/steeringGroup.ts'
import { formatDay, formatList } from '#src/text/format.ts'
import { decidersText } from '#src/text/refusals.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { Refusals } from '../ui/Refusals.tsx'
import type { Whole } from '../ui/useWhole.ts'
import styles from './Initiative.module.css'

export function SteeringAppointment({ whole }: { whole: Whole }) {
  const words = useWords()
  const { t, locale } = words
  const { session, today } = useSession()
  const rows = useItems(session.data, mandates)
  const [sure, setSure] = useState(false)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const { initiative, preparation, complete } = whole
  const { steeringGroup = [], steeringAppointed: appointed } = initiative
  if (!complete || steeringGroup.length === 0) return null
  if (appointed && isAppointed(initiative))
    return (
      <p className={styles.quiet}>
        {t('steering.appointed', {
          post: appointed.post,
          who: appointed.by.name,
          day: formatDay(appointed.day, locale, today),
        })}
      </p>
    )
  const asked = {
    matter: 'steeringGroup',
    initiative,
    mandates: rows,
    tree: preparation.tree,
    today,
  } as const
  const deciders = decidersOf(decidingRight(asked))
  const who = deciders.length > 0 ? decidersText(deciders, words) : t('steering.nobody')
  const may = !isRefusal(mandateOf(session.person, asked))
  const appoint = async () => {
    const members = steeringGroup.map(({ id }) => id)
    const answer = await session.acting.act('appointSteeringGroup', { initiative: initiative.key, members })
    setRefusals('refusals' in answer ? answer.refusals : [])
    setSure(false)
  }
  return (
    <div>
      <p>
        ▲{' '}
        {appointed
          ? t('steering.changed', { day: formatDay(appointed.day, locale, today), who })
          : t('steering.proposed', { who })}
      </p>
      {may && !sure && (
        <Button size='small' onClick={() => setSure(true)}>
          {t('steering.appoint')}
        </Button>
      )}
      {sure && (
        <>
          <p>
            {t('steering.confirm', {
              members: formatList(
                steeringGroup.map(({ name }) => name),
                locale,
              ),
            })}
          </p>
          <div className={styles.actions}>
            <Button size='small' appearance='primary' onClick={() => void appoint()}>
              {t('steering.appoint')}
            </Button>
            <Button size='small' onClick={() => setSure(false)}>
              {t('app.cancel')}
            </Button>
          </div>
        </>
      )}
      <Refusals refusals={refusals} />
    </div>
  )
}
