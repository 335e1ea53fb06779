import { createTheme } from '@mantine/core';

export const theme = createTheme({
  primaryColor: 'teal',
  defaultRadius: 'md',
  fontFamily: 'var(--font-text)',
  fontFamilyMonospace: 'var(--font-code)',
});
