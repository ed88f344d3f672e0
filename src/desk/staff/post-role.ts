import type { StaffPost } from '@contract/invitation';
import { staff } from '@/wording/staff';

/** An administrator with a school answers for that school only. */
export function postRole({ role, schoolName }: Pick<StaffPost, 'role' | 'schoolName'>): string {
  return role === 'admin' && schoolName ? staff.schoolAdmin : staff.roleNames[role];
}
