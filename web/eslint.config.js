import hooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

export default typescript.config(
  { ignores: ['dist', 'test-results', 'shared/api/schema.ts'] },
  typescript.configs.recommended,
  hooks.configs.flat['recommended-latest'],
);
