/** Each change as a dot on its day, a lane for each sort; more on one day stand beside each other. */
import { useCallback, useMemo, useRef, useState } from 'react'
import { scaleLinear } from 'd3-scale'
import type { Day } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { daysBetween, daysEarlier } from '#src/rules/calendar.ts'
import type { ChangeKind, InitiativeChange } from '#src/rules/pictures/changesBetween.ts'
import { formatDay, formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { Patterns } from '../../ui/picture/Patterns.tsx'
import { Picture } from '../../ui/picture/Picture.tsx'
import { usePictureWidth } from '../lens/usePictureWidth.ts'
import { initiativeHref } from '../PicturePage.tsx'
import { changesSay, endsText, endTexts } from './changeText.ts'
import { type Asked, ChangeList } from './ChangeList.tsx'
import { Dot, PATTERNS, Plus, R } from './Dot.tsx'
import { lanesOf, type Placed, LANE } from './lanes.ts'

const NAME = 150
const NARROW = 520
const HEAD = 8
const FOOT = 26

export function ChangesPicture({
  changes,
  from,
  to,
  today,
}: {
  changes: readonly InitiativeChange<Initiative>[]
  from: Day
  to: Day
  today: Day
}) {
  const words = useWords()
  const { t, locale } = words
  const box = useRef<HTMLDivElement>(null)
  const width = usePictureWidth(box)
  const isWide = width >= NARROW
  const left = isWide ? NAME : 0
  const days = Math.max(1, daysBetween(from, to))
  const x = useMemo(
    () => scaleLinear([0, days], [left + 2 * R, Math.max(left + 4 * R, width - 2 * R)]),
    [days, left, width],
  )
  const lanes = useMemo(
    () => lanesOf(changes, { xOf: (day) => x(daysBetween(from, day)), r: R, head: isWide ? 0 : 18 }),
    [changes, x, from, isWide],
  )
  const label = ({ rest, change: { kind, day, initiative, ends } }: Placed<Initiative>) => {
    const first = { kind: t(`changes.kind.${kind}`), day: formatDay(day, locale, today) }
    if (rest) return t('changes.rest', { ...first, count: formatNumber(rest.length, locale) })
    const title = `${initiative.number} ${initiative.title}`
    return t('changes.label', { ...first, title, ends: endsText(ends, words, today) })
  }
  const byMark = useMemo(
    () => new Map(lanes.lanes.flatMap(({ placed }) => placed.map((one) => [one.key, one] as const))),
    [lanes],
  )
  // How many of each sort the list shows when more than the first are asked for, and which of them is gone to.
  const [asked, setAsked] = useState<Asked>({ most: {} })
  const ask = useCallback(
    (kind: ChangeKind, most: number, at?: number) =>
      setAsked((before) => ({
        most: { ...before.most, [kind]: Math.max(most, before.most[kind] ?? 0) },
        ...(at !== undefined && { to: { kind, at } }),
      })),
    [],
  )
  const unfold = (key: string) => {
    const one = byMark.get(key)
    if (!one?.rest) return false
    const of = changes.filter(({ kind }) => kind === one.change.kind)
    const places = one.rest.map((change) => of.indexOf(change))
    ask(one.change.kind, Math.max(...places) + 1, Math.min(...places))
    return true
  }
  const height = HEAD + lanes.height + FOOT
  const hasRest = lanes.lanes.some(({ placed }) => placed.some(({ rest }) => rest))
  const ticks = x.ticks(Math.max(2, Math.floor((width - left) / 110)))
  return (
    <div ref={box}>
      <Picture
        name={t('pictures.changes')}
        title={t('changes.title', {
          from: formatDay(from, locale, today),
          to: formatDay(to, locale, today),
        })}
        says={changesSay(changes, { from, to, words, today })}
        width={width}
        height={height}
        marks={[...byMark.values()].map(({ key, x: at, y }) => ({ key, x: at, y: HEAD + y }))}
        hrefOf={(key) => initiativeHref(byMark.get(key)?.change.initiative.key ?? '')}
        press={unfold}
        legend={hasRest ? [{ sign: <Plus x={8} y={8} />, text: t('changes.restSign') }] : []}
        renderCard={(key) => {
          const one = byMark.get(key)
          return one && label(one)
        }}
        table={() => ({
          columns: [
            { name: t('changes.initiative') },
            { name: t('changes.kind') },
            { name: t('changes.before') },
            { name: t('changes.after') },
            { name: t('changes.day') },
          ],
          rows: changes.map((change, i) => {
            const { before, after } = endTexts(change.ends, words, today)
            return {
              key: `${i}`,
              href: initiativeHref(change.initiative.key),
              cells: [
                `${change.initiative.number} ${change.initiative.title}`,
                t(`changes.kind.${change.kind}`),
                before,
                after,
                formatDay(change.day, locale, today),
              ],
            }
          }),
        })}
        beside={<ChangeList changes={changes} today={today} asked={asked} ask={ask} />}
      >
        <Patterns prefix={PATTERNS} />
        <g transform={`translate(0 ${HEAD})`}>
          {lanes.lanes.map(({ kind, top, height: tall, count, placed }) => (
            <g key={kind}>
              <path d={`M0 ${top + tall - 0.5}H${width}`} style={{ stroke: 'var(--line)' }} />
              <text x={0} y={isWide ? top + Math.min(tall, LANE) / 2 + 5 : top + 14} fontSize={13}>
                {t(`changes.kind.${kind}`)} ({formatNumber(count, locale)})
              </text>
              {placed.map((one) => (
                <Dot key={one.key} one={one} label={label(one)} kind={kind} />
              ))}
            </g>
          ))}
        </g>
        {ticks.map((at) => (
          <text
            key={at}
            x={Math.min(width - 22, Math.max(left + 22, x(at)))}
            y={height - 8}
            textAnchor='middle'
            fontSize={11}
            style={{ fill: 'var(--soft)' }}
          >
            {formatDay(daysEarlier(from, -at), locale, today)}
          </text>
        ))}
      </Picture>
    </div>
  )
}
