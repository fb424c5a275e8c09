/** What a decision is about and by what right it is made, above the form that makes it. */
import type { Ref } from '#src/lists/columns.ts'
import type { Decision } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { By } from '#src/rules/deciding/deciding.ts'
import { shareOf } from '#src/rules/money/financing.ts'
import { formatKrExact, formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'

export function About({
  by: { mandate, party, actingFor },
  initiative,
  old,
}: {
  by: By
  initiative: Initiative
  /** The decision that is replaced. */
  old: Decision | undefined
}) {
  const { t, word } = useWords()
  return (
    <div>
      {initiative.title}
      {party && <div>{t('decision.party', { party: party.title })}</div>}
      {mandate.forum && (
        <div>
          {t('decision.forum')}: {mandate.forum.title}
        </div>
      )}
      <div>
        {t('decision.kind')}: {word('decisionKinds', mandate.kind)}
      </div>
      {actingFor && <div>{t('decision.actingFor', { who: actingFor.name })}</div>}
      {old && <p>{t('decision.replaces', { number: old.number, wording: old.wording })}</p>}
    </div>
  )
}

/** What the party itself pays of a shared amount. */
export function OwnShare({
  party,
  amountKr,
  initiative,
}: {
  party: Ref
  amountKr: number
  initiative: Initiative
}) {
  const { t, locale } = useWords()
  const percent = initiative.financingShares?.find((s) => s.party.key === party.key)?.percent ?? 0
  return (
    <div>
      {t('decision.ownShare', {
        party: party.title,
        amount: formatKrExact(shareOf(amountKr, party, initiative), locale),
        percent: formatNumber(percent, locale),
      })}
    </div>
  )
}
