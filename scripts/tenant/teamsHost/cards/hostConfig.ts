/**
 * How Teams draws cards in each theme, as the rendering library takes it; every colour reads on what it stands on.
 * https://learn.microsoft.com/adaptive-cards/sdk/rendering-cards/javascript/host-config
 */
import type { Theme } from '../settings.ts'

type Colours = Record<'text' | 'subtle' | 'accent' | 'good' | 'warning' | 'attention' | 'line', string> & {
  on: Record<'default' | 'emphasis' | 'accent' | 'good' | 'warning' | 'attention', string>
}

const colours: Record<Theme, Colours> = {
  default: {
    text: '#242424',
    subtle: '#5c5c5c',
    accent: '#4f52b2',
    good: '#0e660e',
    warning: '#6f4a00',
    attention: '#a80e1a',
    line: '#d1d1d1',
    on: {
      default: '#ffffff',
      emphasis: '#f5f5f5',
      accent: '#e8ebfa',
      good: '#e7f4e7',
      warning: '#fdf3d8',
      attention: '#fbe9ea',
    },
  },
  dark: {
    text: '#ffffff',
    subtle: '#d6d6d6',
    accent: '#bdc3fb',
    good: '#9ad29a',
    warning: '#f5d07a',
    attention: '#f6a5ab',
    line: '#5c5c5c',
    on: {
      default: '#292929',
      emphasis: '#383838',
      accent: '#2e3058',
      good: '#143a14',
      warning: '#463204',
      attention: '#4a1216',
    },
  },
  contrast: {
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#1aebff',
    good: '#3ff23f',
    warning: '#ffff01',
    attention: '#ff8a8a',
    line: '#ffffff',
    on: {
      default: '#000000',
      emphasis: '#000000',
      accent: '#000000',
      good: '#000000',
      warning: '#000000',
      attention: '#000000',
    },
  },
}

/** Most buttons that Teams shows in one row of actions; more are dropped.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions */
const MOST_ACTIONS = 6

export function hostConfigOf(theme: Theme): object {
  const said = colours[theme]
  const pair = (colour: string) => ({ default: colour, subtle: colour })
  const foregroundColors = {
    default: { default: said.text, subtle: said.subtle },
    dark: pair(said.text),
    light: pair(said.subtle),
    accent: pair(said.accent),
    good: pair(said.good),
    warning: pair(said.warning),
    attention: pair(said.attention),
  }
  const containerStyles = Object.fromEntries(
    Object.entries(said.on).map(([style, backgroundColor]) => [
      style,
      { backgroundColor, foregroundColors, ...(theme === 'contrast' && { borderColor: said.line }) },
    ]),
  )
  const fontSizes = { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 }
  const fontWeights = { lighter: 300, default: 400, bolder: 600 }
  return {
    supportsInteractivity: true,
    fontTypes: {
      default: { fontFamily: '"Segoe UI", system-ui, sans-serif', fontSizes, fontWeights },
      monospace: { fontFamily: 'ui-monospace, Consolas, monospace', fontSizes, fontWeights },
    },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    imageSizes: { small: 32, medium: 52, large: 100 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
    separator: { lineThickness: 1, lineColor: said.line },
    containerStyles,
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder' },
      },
      errorMessage: { color: 'attention' },
    },
    actions: {
      maxActions: MOST_ACTIONS,
      spacing: 'medium',
      buttonSpacing: 0, // the gaps are the style sheet's, which also breaks the row
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    textBlock: { headingLevel: 3 },
    textStyles: { heading: { size: 'large', weight: 'bolder' }, columnHeader: { weight: 'bolder' } },
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 140 },
      value: { wrap: true },
      spacing: 12,
    },
  }
}
