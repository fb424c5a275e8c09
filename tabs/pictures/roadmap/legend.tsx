/** What the signs of the road map mean. */
import type { LegendRow } from '../../ui/picture/Picture.tsx'
import type { Words } from '#src/text/words.ts'

const bar = (values: React.SVGProps<SVGRectElement>) => (
  <rect x={1} y={4} width={14} height={8} rx={2} fill='var(--mark)' {...values} />
)

export const roadmapLegend = (t: Words['t']): LegendRow[] => [
  {
    sign: (
      <>
        {bar({ stroke: 'var(--bad)', strokeWidth: 2 })}
        <path d='M5 11l3-6l3 6z' fill='var(--bad)' stroke='var(--paper)' strokeWidth={0.5} />
      </>
    ),
    text: t('pictures.signClash'),
  },
  {
    sign: bar({ fill: 'var(--paper)', stroke: 'var(--soft)', strokeDasharray: '3 2' }),
    text: t('pictures.external'),
  },
  {
    sign: bar({ fillOpacity: 0.35, stroke: 'var(--mark)', strokeDasharray: '2 2' }),
    text: t('pictures.signOpen'),
  },
  {
    sign: <path d='M1 12H8V4h6' fill='none' stroke='var(--soft)' strokeWidth={1.5} />,
    text: t('pictures.signWait'),
  },
  {
    sign: <path d='M8 2l6 6l-6 6l-6-6z' fill='var(--paper)' stroke='var(--ink)' strokeWidth={1.5} />,
    text: t('pictures.signPoint'),
  },
  {
    sign: <path d='M8 2l6 6l-6 6l-6-6z' fill='var(--ink)' />,
    text: t('pictures.signPassed'),
  },
  {
    sign: (
      <text x={8} y={13} textAnchor='middle' fontSize={15} fontWeight={700} fill='var(--ink)'>
        §
      </text>
    ),
    text: t('pictures.signLaw'),
  },
]
