import { administrator, permission } from '../access.ts';

export const operate = permission('product.operate', administrator);
