/** The names beside bubbles, and what of the picture is in sight when it is zoomed. */
import { expect, test } from 'vitest'
import { labelsOf, short } from '#tabs/pictures/bubbles/labels.ts'
import { createZoom } from '#tabs/pictures/bubbles/zoom.ts'

test('two thousand are placed, and their names never lie on each other', () => {
  const named = Array.from({ length: 2000 }, (_, i) => ({
    key: `${i}`,
    title: `Initiativ nummer ${i}`,
    x: (i * 37) % 900,
    y: (i * 53) % 500,
    r: 4,
  }))
  const labels = labelsOf(named, { left: 0, right: 900, top: 0, bottom: 500 })
  const boxes = labels.map(({ x, y, anchor, text }) => {
    const wide = text.length * 6.3
    const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2
    return { left, right: left + wide, top: y - 11, bottom: y + 3 }
  })
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1))
      expect(
        a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1,
      ).toBe(false)
})

test('the largest have their names first, cut at a word', () => {
  const at = { x: 100, y: 100, r: 20 }
  const labels = labelsOf(
    [
      { key: 'big', title: 'Den stora', ...at },
      { key: 'small', title: 'Den lilla', ...at, r: 5 },
    ],
    { left: 0, right: 250, top: 60, bottom: 140 },
  )
  expect(labels[0]?.key).toBe('big')
  expect(short('Egenmonitorering för hjärtsvikt och KOL')).toBe('Egenmonitorering för…')
  expect(short('Kort')).toBe('Kort')
})

test('a zoomed picture never leaves its frame, and shows a mark that is out of sight', () => {
  const box = { width: 100, height: 100 }
  const zoom = createZoom()
  zoom.panBy(-50, -50, box)
  expect(zoom.now()).toEqual({ k: 1, left: 0, top: 0 })
  zoom.zoomBy(4, box)
  zoom.panBy(999, 999, box)
  expect(zoom.now()).toMatchObject({ left: 0, top: 0 })
  zoom.show({ x: 90, y: 90 }, box)
  expect(zoom.now()).toEqual({ k: 4, left: -300, top: -300 })
})
