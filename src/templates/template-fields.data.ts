/** Papers that a commune may print by a template of its own. */
export const templateKinds = ['DECISION', 'CERTIFICATE'] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** Fields of a template: of the paper, and of each row of its list; a template without those demanded is refused. */
interface FieldsOf {
  fields: readonly string[];
  demanded: readonly string[];
  /** Fields within `{#danh_sach}…{/danh_sach}`. */
  rows: readonly string[];
}

export const listField = 'danh_sach';

export const templateFields: Readonly<Record<TemplateKind, FieldsOf>> = {
  DECISION: {
    fields: [
      ...['co_quan', 'so_ky_hieu', 'dia_danh_ngay', 'trich_yeu', 'can_cu', 'noi_dung', 'noi_nhan', 'quyen_han'],
      ...['nguoi_ky', 'ma_kiem_tra', 'so_luong', 'tong_tien', 'tong_tien_bang_chu', listField],
    ],
    demanded: ['so_ky_hieu', 'dia_danh_ngay', 'trich_yeu', 'noi_dung', 'nguoi_ky', 'ma_kiem_tra', listField],
    rows: ['tt', 'ten', 'don_vi', 'hinh_thuc', 'tien_thuong'],
  },
  CERTIFICATE: {
    fields: [
      ...['co_quan', 'dong_tren', 'ten_giay', 'ten', 'don_vi', 'thanh_tich', 'quyet_dinh', 'dia_danh_ngay'],
      ...['quyen_han', 'nguoi_ky', 'ma_kiem_tra'],
    ],
    demanded: ['ten', 'thanh_tich', 'quyet_dinh', 'dia_danh_ngay', 'nguoi_ky', 'ma_kiem_tra'],
    rows: [],
  },
};

/** Texts of the fields of a paper, and rows of its list. */
export type FieldValues = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;
