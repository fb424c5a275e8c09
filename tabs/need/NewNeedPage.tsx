/** A new need from anybody: a few questions, what is like it already, and a draft that survives the page. */
import { type FormEvent, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { ActionArgs } from '#src/actions/index.ts'
import { portfoliosFor, standardPortfolio } from '#src/rules/needs/proposing.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { formatList } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { follow, type NeedValues } from '../ui/ownNeeds.ts'
import { Page } from '../ui/Page.tsx'
import { Refusals } from '../ui/Refusals.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { NeedForm, type Wrong } from './NeedForm.tsx'
import { SimilarHints } from './SimilarHints.tsx'
import { useNeedDraft } from './useNeedDraft.ts'
import styles from './Need.module.css'

export function NewNeedPage() {
  const { t, locale } = useWords()
  const { session } = useSession()
  const { data } = session
  const [, navigate] = useLocation()
  const { draft, restored, change, startOver } = useNeedDraft()
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const form = useRef<HTMLFormElement>(null)
  const tree = treeOf(useItems(data, units))
  const portfolioRows = useItems(data, portfolios)
  const ownUnit = useItems(data, people).find(({ person }) => person.id === session.person.id)?.unit
  if (!draft) return <Waiting />

  // Their own unit until they say otherwise.
  const values = { ...draft.values, unit: draft.values.unit === undefined ? ownUnit : draft.values.unit }
  const standard = standardPortfolio(values.unit?.key, portfolioRows, tree)
  const choosable = standard ? [] : portfoliosFor(values.unit?.key, portfolioRows, tree)
  const wrong = wrongIn(values, choosable.length > 0, t)
  const names = Object.keys(wrong) as (keyof Wrong)[]
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (names.length > 0) {
      form.current?.querySelector<HTMLElement>(`#${names[0]}, [name=${names[0]}]`)?.focus()
      return
    }
    setBusy(true)
    const answer = await session.acting.act('proposeNeed', argsOf(values), {}, draft.key)
    setBusy(false)
    if ('refusals' in answer) return setRefusals(answer.refusals)
    await startOver()
    navigate(`/need/${encodeURIComponent(draft.key)}?sent`)
  }
  return (
    <Page title={t('propose.title')}>
      <p className={styles.intro}>{t('propose.intro')}</p>
      <p className={styles.quiet}>
        {t(data.cache.works ? 'propose.draft' : 'propose.noStorage')}{' '}
        {restored && (
          <>
            {t('propose.restored')}{' '}
            <button type='button' className={styles.linkButton} onClick={() => void startOver()}>
              {t('propose.startOver')}
            </button>
          </>
        )}
      </p>
      <div className={styles.columns}>
        <form ref={form} className={styles.form} noValidate onSubmit={(event) => void send(event)}>
          <NeedForm values={values} change={change} wrong={tried ? wrong : {}} choosable={choosable} />
          <div role='alert'>
            {tried && names.length > 0 && (
              <p className={styles.problem}>
                {t('propose.wrong', {
                  fields: formatList(
                    // Questions in the middle of a sentence.
                    names.map((name) => t(`question.${name}`).replace(/\?$/, '')),
                    locale,
                  ),
                })}
              </p>
            )}
          </div>
          <Refusals refusals={refusals} />
          <button type='submit' className={styles.primary} aria-disabled={busy} disabled={busy}>
            {busy ? t('propose.sending') : t('propose.send')}
          </button>
        </form>
        <SimilarHints
          values={values}
          follow={(key) =>
            void follow(data.cache, key).then(() => navigate(`/need/${encodeURIComponent(key)}?followed`))
          }
        />
      </div>
    </Page>
  )
}

function wrongIn(values: NeedValues, choosing: boolean, t: ReturnType<typeof useWords>['t']): Wrong {
  const required = t('propose.required')
  return {
    ...(!values.title.trim() && { title: required }),
    ...(!values.need.trim() && { need: required }),
    ...(!values.benefit.trim() && { benefit: required }),
    ...(choosing && !values.portfolio && { portfolio: required }),
    ...(values.contact?.id === '' && { contact: required }),
  }
}

/** What is left empty is left out. */
function argsOf(values: NeedValues): ActionArgs<'proposeNeed'> {
  const { title, need, benefit, unit, contact, portfolio, systems, legal, legalBasis, wantsToBuy } = values
  return {
    title,
    need,
    benefit,
    ...(unit && { unit: unit.key }),
    ...(contact && { contact }),
    ...(portfolio && { portfolio }),
    ...(systems.trim() && { systems }),
    ...(legal && { legal }),
    ...(legal === 'yes' && legalBasis.trim() && { legalBasis }),
    ...(wantsToBuy && { wantsToBuy }),
  }
}
