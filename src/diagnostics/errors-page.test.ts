import { expect, it } from 'vitest';
import { errorsPage } from './errors-page.ts';

it('is the page in docs/', async () => {
  await expect(errorsPage()).toMatchFileSnapshot('../../docs/errors.md');
});
