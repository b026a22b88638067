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
/** Names of persons and households. */
export const personHeadings = [
  'Họ và tên',
  'Họ tên',
  'Họ, tên',
  'Tên gọi',
  'Ông, bà',
  'Chủ hộ',
  'Họ và tên chủ hộ',
  'Họ tên chủ hộ',
  'Tên chủ hộ',
  'Hộ gia đình',
  'Hộ gia đình ông (bà)',
] as const;
/** The unit above a person or unit, or the area that a household lives in. */
export const placeHeadings = [
  'Mã đơn vị cấp trên',
  'Thuộc',
  'Đơn vị cấp trên',
  'Cấp trên',
  'Trực thuộc',
  'Địa bàn',
  'Địa chỉ',
  'Khu dân cư',
  'Thôn',
  'Xóm',
  'Tổ dân phố',
  'Bản',
  'Tổ',
  'Đơn vị',
  'Thôn, xóm',
  'Khu dân cư số',
] as const;
export const citizenHeadings = [
  'Số định danh',
  'Số CCCD',
  'CCCD',
  'Căn cước công dân',
  'Số căn cước',
  'Số định danh cá nhân',
  'Số CMND, CCCD',
] as const;
