/** Teams' contrast theme: only the one that is shown is loaded. */
import { teamsHighContrastTheme } from '@fluentui/react-components'

export const theme = teamsHighContrastTheme
