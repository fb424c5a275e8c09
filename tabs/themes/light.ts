/** Teams' default theme: only the one that is shown is loaded. */
import { teamsLightTheme } from '@fluentui/react-components'

export const theme = teamsLightTheme
