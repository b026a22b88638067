/** Headings that name the same in several tables, that of the blank form first. */
export const indicatorHeadings = [
  'Mã chỉ tiêu',
  'Chỉ tiêu',
  'Tên chỉ tiêu',
  'Nội dung chỉ tiêu',
  'Nội dung',
  'Chỉ tiêu thi đua',
] as const;
export const unitHeadings = [
  'Mã đơn vị',
  'Đơn vị',
  'Tên đơn vị',
  'Đơn vị thực hiện',
  'Khu dân cư',
  'Thôn',
  'Xóm',
] as const;
export const periodHeadings = ['Kỳ', 'Kỳ báo cáo', 'Thời gian'] as const;
