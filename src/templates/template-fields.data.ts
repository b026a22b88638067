import type { PaperKind } from '../catalogue/paper-kind.js';

/** Fields of a template: of the paper, and of each row of its lists; a template without those demanded is refused. */
interface FieldsOf {
  fields: readonly string[];
  /** Fields within `{#danh_sach}…{/danh_sach}`, by the name of the list. */
  lists: Readonly<Record<string, readonly string[]>>;
  demanded: readonly string[];
}

const head = ['co_quan', 'co_quan_cap_tren', 'so_ky_hieu', 'dia_danh_ngay', 'trich_yeu'] as const;
const foot = ['noi_nhan', 'quyen_han', 'nguoi_ky'] as const;
const nominee = ['tt', 'ten', 'don_vi', 'hinh_thuc'] as const;
const meeting = [...head, 'thoi_gian', 'dia_diem', 'so_luong'] as const;

export const templateFields: Readonly<Record<PaperKind, FieldsOf>> = {
  DECISION: {
    fields: [
      ...[...head, ...foot, 'can_cu', 'noi_dung', 'ma_kiem_tra'],
      ...['so_luong', 'tong_tien', 'tong_tien_bang_chu'],
    ],
    lists: { danh_sach: [...nominee, 'tien_thuong'] },
    demanded: ['so_ky_hieu', 'dia_danh_ngay', 'trich_yeu', 'noi_dung', 'nguoi_ky', 'ma_kiem_tra', 'danh_sach'],
  },
  CORRECTION: {
    fields: [...head, ...foot, 'kinh_gui', 'quyet_dinh', 'noi_dung'],
    lists: { danh_sach: ['muc', 'da_in', 'sua_thanh'] },
    demanded: ['dia_danh_ngay', 'quyet_dinh', 'danh_sach'],
  },
  CERTIFICATE: {
    fields: [
      ...['co_quan', 'dong_tren', 'ten_giay', 'ten', 'don_vi', 'ky', 'thanh_tich', 'quyet_dinh', 'dia_danh_ngay'],
      ...['quyen_han', 'nguoi_ky', 'ma_kiem_tra'],
    ],
    lists: {},
    demanded: ['ten', 'thanh_tich', 'quyet_dinh', 'dia_danh_ngay', 'nguoi_ky', 'ma_kiem_tra'],
  },
  PROPOSAL: {
    fields: [...head, ...foot, 'kinh_gui', 'can_cu', 'noi_dung', 'so_luong'],
    lists: { danh_sach: [...nominee, 'thanh_tich'] },
    demanded: ['dia_danh_ngay', 'kinh_gui', 'noi_dung', 'danh_sach'],
  },
  LIST: {
    fields: [...head, ...foot, 'so_luong'],
    lists: { danh_sach: [...nominee, 'thanh_tich'] },
    demanded: ['danh_sach'],
  },
  SUMMARY: {
    fields: [...head, ...foot, 'noi_dung', 'so_luong'],
    lists: { danh_sach: [...nominee, 'dong_y', 'phan_anh', 'ket_qua'] },
    demanded: ['dia_danh_ngay', 'danh_sach'],
  },
  REPORT: {
    fields: [...head, 'ten', 'don_vi', 'chuc_vu', 'thanh_tich'],
    lists: {
      xep_loai: ['nam', 'muc', 'co_quan_danh_gia'],
      ket_qua: ['tt', 'chi_tieu', 'ky', 'so_lieu'],
      danh_hieu: ['nam', 'ten_danh_hieu', 'quyet_dinh'],
      khen_thuong: ['nam', 'ten_hinh_thuc', 'quyet_dinh'],
    },
    demanded: ['ten', 'thanh_tich', 'danh_hieu', 'khen_thuong'],
  },
  NOTICE: {
    fields: [...head, ...foot, 'noi_dung', 'so_luong', 'so_ngay', 'tu_ngay', 'den_ngay', 'noi_niem_yet'],
    lists: { danh_sach: nominee },
    demanded: ['tu_ngay', 'den_ngay', 'noi_niem_yet', 'danh_sach'],
  },
  REFUSAL: {
    fields: [...head, ...foot, 'kinh_gui', 'noi_dung', 'so_luong'],
    lists: { danh_sach: [...nominee, 'ly_do'] },
    demanded: ['kinh_gui', 'danh_sach'],
  },
  MINUTES: {
    fields: [...meeting, 'trieu_tap', 'co_mat', 'khong_xet', 'ket_luan', 'chu_tri', 'thu_ky'],
    lists: {
      thanh_vien: ['tt', 'ho_ten', 'chuc_danh', 'du_hop'],
      danh_sach: [...nominee, 'bieu_quyet', 'dong_y', 'ket_qua'],
    },
    demanded: ['thoi_gian', 'ket_luan', 'danh_sach'],
  },
  INVITATION: {
    fields: [...meeting, ...foot],
    lists: { thanh_vien: ['tt', 'ho_ten', 'chuc_danh'] },
    demanded: ['thoi_gian', 'dia_diem'],
  },
  BALLOT: { fields: meeting, lists: { danh_sach: nominee }, demanded: ['danh_sach'] },
  COUNT: {
    fields: meeting,
    lists: {
      danh_sach: [
        ...nominee,
        ...['phat_ra', 'thu_ve', 'hop_le', 'khong_hop_le', 'dong_y', 'khong_dong_y', 'phieu_trang'],
      ],
    },
    demanded: ['danh_sach'],
  },
};

/** Texts of the fields of a paper, and rows of its lists. */
export type FieldValues = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;
