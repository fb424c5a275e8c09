/** The frame of pictures and its parts: a few bubbles that mean nothing. */
import { useRef } from 'react'
import type { Locale } from '#src/text/words.ts'
import { Drawn } from '../ui/picture/Drawn.tsx'
import { HoverCard } from '../ui/picture/HoverCard.tsx'
import { mark } from '../ui/picture/mark.ts'
import { Patterns, seriesFill } from '../ui/picture/Patterns.tsx'
import { Picture } from '../ui/picture/Picture.tsx'
import { PictureTable, type Twin } from '../ui/picture/PictureTable.tsx'
import { galleryText } from './samples.ts'
import type { Specimen } from './specimens.tsx'

const [WIDTH, HEIGHT] = [480, 160]

export function pictureSpecimens(locale: Locale): Specimen[] {
  const t = galleryText(locale)
  const rows = [
    { key: 'i-1', title: t.need },
    { key: 'i-2', title: t.long },
    { key: 'i-3', title: t.other },
  ]
  const table: Twin = {
    columns: [{ name: t.title }, { name: t.department, end: true }],
    rows: rows.map(({ key, title }, i) => ({ key, href: `/initiative/${key}`, cells: [title, `${i}`] })),
  }
  const marks = rows.map(({ key, title }, i) => ({ key, title, x: 80 + i * 160, y: 80 }))
  const picture = (
    <Picture
      name='sample'
      title={t.portfolio}
      says={t.text}
      table={table}
      width={WIDTH}
      height={HEIGHT}
      marks={marks}
      hrefOf={(key) => `/initiative/${key}`}
      renderCard={(key) => marks.find((one) => one.key === key)?.title}
      legend={[{ sign: <circle cx={8} cy={8} r={6} fill='var(--series0)' />, text: t.department }]}
    >
      <Patterns prefix='sample' />
      {marks.map(({ key, title, x, y }, i) => (
        <g key={key} {...mark(key, title)}>
          <circle cx={x} cy={y} r={20 + 10 * i} fill={seriesFill('sample', i)} />
        </g>
      ))}
    </Picture>
  )
  const box = new DOMRect(20, 20, 10, 10)
  return [
    { part: 'picture/Picture', state: 'filled', show: picture, alone: true },
    { part: 'picture/Drawn', state: 'tall', show: <Tall title={t.need} />, alone: true },
    {
      part: 'picture/Patterns',
      state: 'filled',
      show: (
        <svg width='32' height='32' aria-hidden='true'>
          <Patterns prefix='one' />
          <rect width={32} height={32} fill={seriesFill('one', 1)} />
        </svg>
      ),
    },
    {
      part: 'picture/PictureTable',
      state: 'filled',
      show: <PictureTable title={t.portfolio} table={table} />,
    },
    {
      part: 'picture/PictureTable',
      state: 'empty',
      show: <PictureTable title={t.portfolio} table={{ ...table, rows: [] }} />,
    },
    {
      part: 'picture/HoverCard',
      state: 'filled',
      show: (
        <HoverCard held={{ key: 'i-1', box }} hold={() => undefined} within={{ current: null }}>
          {t.need}
        </HoverCard>
      ),
      alone: true,
    },
  ]
}

/** Higher than its frame: what is drawn stays in sight. */
function Tall({ title }: { title: string }) {
  const figure = useRef<HTMLElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  return (
    <figure ref={figure}>
      <h2 id='tall-title'>{title}</h2>
      <p id='tall-says'>{title}</p>
      <Drawn
        figure={figure}
        stage={stage}
        marks={[{ key: 'i-1', x: 20, y: 20 }]}
        open={() => undefined}
        width={WIDTH}
        height={HEIGHT}
        tall={{ height: 3 * HEIGHT, scroller }}
        labels={{ title: 'tall-title', says: 'tall-says' }}
      >
        <g {...mark('i-1', title)}>
          <circle cx={20} cy={20} r={10} />
        </g>
      </Drawn>
    </figure>
  )
}
