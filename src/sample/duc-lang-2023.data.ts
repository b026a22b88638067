import type { Direction } from '../indicators/indicator.entity.js';
import type { Comparator, Measure, MeasureUnit } from '../indicators/indicator-members.view.js';
import type { AddIndicator } from '../indicators/indicator.inputs.js';
import type { Season } from '../indicators/period.js';
import type { DraftPlan } from '../indicators/plan.inputs.js';

/** Plan of xã Đức Lạng for 2023 as printed: number and day blank, printed labels repeated, no legal base cited. */
export const plan: DraftPlan = {
  key: '2023',
  kind: 'YEARLY',
  year: 2023,
  title:
    'Kế hoạch phát động thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội; quốc phòng an ninh năm 2023',
  alsoCalled: 'Kế hoạch phát động phong trào thi đua khen thưởng năm 2023',
  deadline: '2023-12-31',
  document: {
    type: 'KH',
    symbol: 'KH-UBND',
    year: 2023,
    issuedOn: '2023',
    place: 'Đức Lạng',
    issuer: 'Ủy ban nhân dân xã Đức Lạng',
    title: 'Phát động thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội; quốc phòng an ninh năm 2023',
    signer: { name: 'Nguyễn Đình Chiểu', title: 'Chủ tịch', capacity: 'TM. Ủy ban nhân dân' },
    recipients: ['UBND huyện', 'TTĐU-HĐND,UBND', 'Trưởng các đoàn thể', 'Các đơn vị thôn xóm', 'Lưu: VPTK'],
    bases: [],
    refersTo: ['Nghị quyết Đại hội Đảng bộ xã nhiệm kỳ 2020-2025', 'Kế hoạch nhà nước năm 2023'],
  },
  purposes: [
    'Phát huy sức mạnh tổng hợp, tranh thủ thời cơ, tích cực, chủ động, sáng tạo, nâng cao chất lượng và hiệu quả công tác, thực hiện thắng lợi Nghị quyết Đại hội Đảng bộ xã nhiệm kỳ 2020-2025 đã đề ra, phấn đấu đến 31/12/2023 hoàn thành 100% các chỉ tiêu Kế hoạch nhà nước đề ra.',
    'Tập trung cao việc chỉ đạo điều hành đảm bảo các tiêu chí NTM một cách bền vững, phát triển nông nghiệp và nông thôn để thúc đẩy chuyển dịch cơ cấu kinh tế, cơ cấu lao động, nâng cao đời sống vật chất tinh thần của nhân dân.',
    'Mỗi tập thể, cá nhân cán bộ, công chức có những hành động thiết thực, tích cực và có hiệu quả vào việc thực hiện các nội dung thi đua và thành tích thi đua là một trong những tiêu chí đánh giá kết quả công tác của cán bộ, công chức và bình xét thi đua, khen thưởng.',
    'Đẩy mạnh cải cách thủ tục hành chính, phòng chống tham nhũng lãng phí, thực hành tiết kiệm trong đội ngũ cán bộ, công chức.',
    'Phong trào thi đua năm 2023 được phổ biến đến toàn thể cán bộ, công chức, cán bộ hợp đồng giúp việc thuộc ủy ban nhân dân xã và các đơn vị thôn xóm.',
  ],
  duties: [
    'UBND tổ chức triển khai kế hoạch này đến tập thể và cán bộ, công chức và toàn thể nhân dân.',
    'UBMT tổ quốc và các đoàn thể tích cực vận động hội viên, đoàn viên mình tích cực tham gia các phong trào thi đua trên cơ sở chức năng nhiệm vụ được giao.',
    'Tổ chức đánh giá, bình xét và biểu dương kịp thời cho những tập thể, cá nhân có thành tích thực hiện tốt các nhiệm vụ của địa phương.',
  ],
  sections: [
    { path: '1', printedLabel: 'I.', title: 'Mục đích, yêu cầu' },
    { path: '2', printedLabel: 'II.', title: 'Nội dung phát động thi đua' },
    {
      path: '2.1',
      printedLabel: '1.',
      title:
        'Thi đua hoàn thành xuất sắc nhiệm vụ chính trị của địa phương, góp phần hoàn thành chỉ tiêu kinh tế - xã hội',
    },
    { path: '2.1.1', printedLabel: 'I.', title: 'Về xây dựng NTM' },
    { path: '2.1.2', printedLabel: 'II.', title: 'Kinh tế' },
    { path: '2.1.3', printedLabel: 'III.', title: 'Văn hóa xã hội; quốc phòng - an ninh' },
    { path: '2.1.4', printedLabel: 'IV.', title: 'Trong hoạt động các đoàn thể' },
    { path: '3', printedLabel: 'V.', title: 'Tổ chức thực hiện' },
  ],
};

const measures = {
  indicators: ['PERCENT', '% chỉ tiêu', 0],
  state: ['STATE', 'trạng thái', 0],
  grade: ['GRADE', 'mức xếp loại', 0],
  rating: ['RATING', 'đánh giá', 0],
  areas: ['AREA', 'khu dân cư', 0],
  grain: ['TONNE', 'tấn quy thóc', 0],
  tonnes: ['TONNE', 'tấn', 0],
  income: ['VND', 'triệu đồng/người/năm', 6],
  revenue: ['VND', 'triệu đồng', 6],
  hectares: ['HECTARE', 'ha', 0],
  head: ['HEAD', 'con', 0],
  models: ['MODEL', 'mô hình', 0],
  kilometres: ['KILOMETRE', 'km', 0],
  householdShare: ['PERCENT', '% hộ', 0],
  workerShare: ['PERCENT', '% lao động', 0],
  workers: ['PERSON', 'lao động', 0],
  families: ['HOUSEHOLD', 'gia đình', 0],
  childShare: ['PERCENT', '% trẻ em', 0],
  peopleShare: ['PERCENT', '% dân số', 0],
  recipients: ['PERCENT', '% đơn vị nhận kế hoạch', 0],
} as const satisfies Record<string, readonly [MeasureUnit, string, number]>;

const measure = (name: keyof typeof measures): Measure => {
  const [unit, displayUnit, scale] = measures[name];
  return { unit, displayUnit, scale, factor: unit === 'PERCENT' ? '100' : null };
};

type Item = Pick<AddIndicator, 'code' | 'name' | 'rawText'> & Partial<AddIndicator>;

/** Members that the plan leaves open and the sample fills in. */
const invented = ['frequency', 'reported', 'overTime', 'overUnits', 'evidenceRequired', 'responsibleUnitCode'];
const inventedOfCrops = [...invented, 'seasons'];

/** Flow: a quantity produced during the year, reported by quarter, summed. */
const flow = { frequency: 'QUARTERLY', reported: 'IN_PERIOD', overTime: 'SUM', overUnits: 'SUM' } as const;
/** Stock: a quantity at the end of a period. */
const stock = { frequency: 'QUARTERLY', reported: 'IN_PERIOD', overTime: 'AT_END', overUnits: 'SUM' } as const;
/** Rate: Σ value ÷ Σ total at the end of a period. */
const rate = { frequency: 'HALF_YEARLY', reported: 'IN_PERIOD', overTime: 'AT_END', overUnits: 'RATIO' } as const;
/** Indicator of the commune as a whole. */
const whole = { frequency: 'YEARLY', reported: 'IN_PERIOD', overTime: 'AT_END', overUnits: 'COMMUNE_ONLY' } as const;
/** Crop: a quantity harvested in these seasons, summed. */
const crop = (...seasons: Season[]) =>
  ({
    frequency: 'SEASONAL',
    seasons,
    reported: 'IN_PERIOD',
    overTime: 'SUM',
    overUnits: 'SUM',
    notPrinted: inventedOfCrops,
  }) as const;

const atLeast = (name: keyof typeof measures, target: string | null) =>
  ({ measure: measure(name), target, comparator: 'AT_LEAST', direction: 'UP' }) as const;
const inWords = (
  name: keyof typeof measures,
  comparator: Comparator,
  targetText: string | null,
  direction: Direction = 'HOLD',
) => ({ measure: measure(name), comparator, targetText, direction, evidenceRequired: true, ...whole }) as const;

const under = (sectionPath: string, counted: boolean, items: readonly Item[]) =>
  items.map((item) => ({ sectionPath, counted: counted && item.partOf === undefined, ...item }));

/** Indicators in the order of the document: 40, of which 27 count (NTM, Kinh tế, Văn hóa xã hội, without parts). */
export const indicators: AddIndicator[] = [
  ...under('1', false, [
    {
      code: 'meta.plan-completion',
      name: 'Tỷ lệ hoàn thành các chỉ tiêu Kế hoạch nhà nước',
      printedLabel: '1.',
      rawText: 'phấn đấu đến 31/12/2023 hoàn thành 100% các chỉ tiêu Kế hoạch nhà nước đề ra',
      ...atLeast('indicators', '100'),
      ...whole,
      derived: true,
      derivation: 'PLAN_COMPLETION',
    },
    {
      code: 'gov.admin-reform-anticorruption',
      name: 'Cải cách thủ tục hành chính, phòng chống tham nhũng lãng phí, thực hành tiết kiệm',
      printedLabel: '4.',
      rawText:
        'Đẩy mạnh cải cách thủ tục hành chính, phòng chống tham nhũng lãng phí, thực hành tiết kiệm trong đội ngũ cán bộ, công chức.',
      ...inWords('rating', 'ACHIEVE', null, 'UP'),
      responsibleUnitCode: 'van-phong-thong-ke',
    },
    {
      code: 'gov.plan-dissemination',
      name: 'Tỷ lệ đơn vị được phổ biến kế hoạch',
      printedLabel: '5.',
      rawText:
        'Phong trào thi đua năm 2023 được phổ biến đến toàn thể cán bộ, công chức, cán bộ hợp đồng giúp việc thuộc ủy ban nhân dân xã và các đơn vị thôn xóm.',
      ...atLeast('recipients', '100'),
      ...whole,
      derived: true,
      derivation: 'DISSEMINATION',
    },
  ]),
  ...under('2.1.1', true, [
    {
      code: 'ntm.standard-maintained',
      name: 'Duy trì bền vững xã đạt chuẩn nông thôn mới',
      printedLabel: '1.',
      rawText: 'Duy trì bền vững chương trình mục tiêu quốc gia xây dựng nông thôn mới',
      ...inWords('state', 'HOLD', 'đạt chuẩn nông thôn mới'),
      responsibleUnitCode: 'ban-quan-ly-nong-thon-moi',
    },
    {
      code: 'ntm.advanced-standard',
      name: 'Nông thôn mới nâng cao',
      printedLabel: '1.',
      rawText: 'NTM nâng cao.',
      ...inWords('state', 'HOLD', 'đạt chuẩn nông thôn mới nâng cao'),
      responsibleUnitCode: 'ban-quan-ly-nong-thon-moi',
      clarification: {
        question: 'Kế hoạch giao giữ vững hay phấn đấu đạt chuẩn nông thôn mới nâng cao?',
        readings: [
          {
            code: 'A',
            text: 'Giữ vững chuẩn nông thôn mới nâng cao đã đạt',
            comparator: 'HOLD',
            target: null,
            upperTarget: null,
            needsBaseline: false,
          },
          {
            code: 'B',
            text: 'Phấn đấu đạt chuẩn nông thôn mới nâng cao trong năm',
            comparator: 'ACHIEVE',
            target: null,
            upperTarget: null,
            needsBaseline: false,
          },
        ],
      },
    },
    {
      code: 'ntm.model-residential-areas',
      name: 'Khu dân cư đạt khu dân cư kiểu mẫu',
      printedLabel: '2.',
      rawText: 'Xây dựng 6/6 khu dân cư đạt khu dân cư kiểu mẫu.',
      ...atLeast('areas', '6'),
      outOf: '6',
      ...stock,
      responsibleUnitCode: 'ban-quan-ly-nong-thon-moi',
    },
  ]),
  ...under('2.1.2', true, [
    {
      code: 'econ.food-grain-output',
      name: 'Tổng sản lượng lương thực quy thóc',
      printedLabel: '1.',
      rawText: 'Tổng sản lượng lương thực quy thóc 1778 tấn',
      ...atLeast('grain', '1778'),
      ...crop('SPRING', 'SUMMER_AUTUMN', 'WINTER'),
      responsibleUnitCode: 'dia-chinh-nong-nghiep',
    },
    {
      code: 'econ.income-per-capita',
      name: 'Thu nhập bình quân đầu người',
      printedLabel: '2.',
      rawText: 'Thu nhập bình quân đầu người: 50 triệu đồng/người/năm.',
      ...atLeast('income', '50000000'),
      ...whole,
      responsibleUnitCode: 'van-phong-thong-ke',
    },
    {
      code: 'econ.rice.area',
      name: 'Diện tích cây lúa',
      printedLabel: '3.',
      rawText: 'Cây Lúa: Diện tích 171,9 ha',
      ...atLeast('hectares', '171.9'),
      ...crop('SPRING', 'SUMMER_AUTUMN'),
      notPrinted: invented,
      responsibleUnitCode: 'dia-chinh-nong-nghiep',
    },
    {
      code: 'econ.rice.area.spring',
      name: 'Diện tích lúa vụ Xuân',
      printedLabel: '3.',
      rawText: 'vụ Xuân 148,9 ha',
      ...atLeast('hectares', '148.9'),
      ...crop('SPRING'),
      notPrinted: invented,
      partOf: 'econ.rice.area',
      responsibleUnitCode: 'dia-chinh-nong-nghiep',
    },
    {
      code: 'econ.rice.area.summer-autumn',
      name: 'Diện tích lúa vụ Hè Thu',
      printedLabel: '3.',
      rawText: 'vụ Hè thu 23 ha',
      ...atLeast('hectares', '23'),
      ...crop('SUMMER_AUTUMN'),
      notPrinted: invented,
      partOf: 'econ.rice.area',
      responsibleUnitCode: 'dia-chinh-nong-nghiep',
    },
    {
      code: 'econ.peanut.area',
      name: 'Diện tích cây lạc',
      printedLabel: '3.',
      rawText: 'Cây Lạc: Diện tích 90 ha',
      ...atLeast('hectares', '90'),
      ...crop('SPRING'),
      responsibleUnitCode: 'dia-chinh-nong-nghiep',
    },
    {
      code: 'econ.peanut.output',
      name: 'Sản lượng lạc',
      printedLabel: '3.',
      rawText: 'sản lượng: 270 tấn',
      ...atLeast('tonnes', '270'),
      ...crop('SPRING'),
      responsibleUnitCode: 'dia-chinh-nong-nghiep',
    },
    {
      code: 'econ.maize.area',
      name: 'Diện tích cây ngô',
      printedLabel: '3.',
      rawText: 'Cây Ngô: Diện tích 140 ha',
      ...atLeast('hectares', '140'),
      ...crop('SPRING', 'WINTER'),
      responsibleUnitCode: 'dia-chinh-nong-nghiep',
    },
    {
      code: 'econ.maize.output',
      name: 'Sản lượng ngô',
      printedLabel: '3.',
      rawText: 'sản lượng: 750 tấn',
      ...atLeast('tonnes', '750'),
      ...crop('SPRING', 'WINTER'),
      responsibleUnitCode: 'dia-chinh-nong-nghiep',
    },
    {
      code: 'econ.livestock.buffalo-cattle',
      name: 'Tổng đàn trâu, bò',
      printedLabel: '4.',
      rawText: 'Tổng Đàn trâu, bò: 1.763 con',
      ...atLeast('head', '1763'),
      ...stock,
      responsibleUnitCode: 'dia-chinh-nong-nghiep',
    },
    {
      code: 'econ.livestock.buffalo-cattle.buffalo',
      name: 'Đàn trâu',
      printedLabel: '4.',
      rawText: 'đàn trâu 300 con',
      ...atLeast('head', '300'),
      ...stock,
      partOf: 'econ.livestock.buffalo-cattle',
      responsibleUnitCode: 'dia-chinh-nong-nghiep',
    },
    {
      code: 'econ.livestock.buffalo-cattle.cattle',
      name: 'Đàn bò',
      printedLabel: '4.',
      rawText: 'đàn bò 1.463 con',
      ...atLeast('head', '1463'),
      ...stock,
      partOf: 'econ.livestock.buffalo-cattle',
      responsibleUnitCode: 'dia-chinh-nong-nghiep',
    },
    {
      code: 'econ.livestock.pig',
      name: 'Đàn lợn',
      printedLabel: '4.',
      rawText: 'Đàn lợn: 17.830 con',
      ...atLeast('head', '17830'),
      ...stock,
      responsibleUnitCode: 'dia-chinh-nong-nghiep',
    },
    {
      code: 'econ.livestock.poultry',
      name: 'Tổng đàn gia cầm',
      printedLabel: '4.',
      rawText: 'Tổng đàn gia cầm: 72.000 con',
      ...atLeast('head', '72000'),
      ...stock,
      responsibleUnitCode: 'dia-chinh-nong-nghiep',
    },
    {
      code: 'econ.livestock.deer',
      name: 'Đàn hươu',
      printedLabel: '4.',
      rawText: 'Đàn hươu 05 con',
      ...atLeast('head', '5'),
      ...stock,
      responsibleUnitCode: 'dia-chinh-nong-nghiep',
    },
    {
      code: 'econ.production-models',
      name: 'Mô hình sản xuất lớn, vừa và nhỏ',
      printedLabel: '5.',
      rawText: 'Tiếp tục XD các mô hình lớn vừa và nhỏ theo chỉ tiêu KH được giao.',
      ...atLeast('models', null),
      targetText: 'theo chỉ tiêu kế hoạch được giao',
      ...flow,
      responsibleUnitCode: 'dia-chinh-nong-nghiep',
    },
    {
      code: 'econ.budget-revenue',
      name: 'Tổng thu ngân sách trên địa bàn',
      printedLabel: '5.',
      rawText: 'Tổng thu ngân sách trên địa bàn: 805 triệu đồng',
      ...atLeast('revenue', '805000000'),
      ...flow,
      responsibleUnitCode: 'tai-chinh-ke-toan',
    },
    {
      code: 'econ.rural-road-built',
      name: 'Đường giao thông nông thôn xây dựng',
      printedLabel: '6.',
      rawText: 'Xây dựng đường GTNT: 01 km',
      ...atLeast('kilometres', '1'),
      ...flow,
      responsibleUnitCode: 'dia-chinh-nong-nghiep',
    },
    {
      code: 'econ.households-clean-water',
      name: 'Tỷ lệ hộ dùng nước sạch',
      printedLabel: '7.',
      rawText: 'Tỷ lệ hộ dùng nước sạch đạt 75%',
      ...atLeast('householdShare', '75'),
      notAbove: 'econ.households-hygienic-water',
      ...rate,
      responsibleUnitCode: 'dia-chinh-nong-nghiep',
    },
    {
      code: 'econ.households-hygienic-water',
      name: 'Tỷ lệ hộ dùng nước hợp vệ sinh',
      printedLabel: '7.',
      rawText: 'tỷ lệ hộ dùng nước hợp vệ sinh 100%',
      ...atLeast('householdShare', '100'),
      ...rate,
      responsibleUnitCode: 'dia-chinh-nong-nghiep',
    },
  ]),
  ...under('2.1.3', true, [
    {
      code: 'soc.trained-labour-rate',
      name: 'Tỷ lệ lao động qua đào tạo',
      printedLabel: '1.',
      rawText: 'Tỷ lệ lao động qua đào tạo: 74,2%',
      ...atLeast('workerShare', '74.2'),
      ...rate,
      responsibleUnitCode: 'van-hoa-xa-hoi',
    },
    {
      code: 'soc.vocational-trainees',
      name: 'Lao động được đào tạo nghề',
      printedLabel: '1.',
      rawText: 'Đào tạo nghề: 20 lao động',
      ...atLeast('workers', '20'),
      ...flow,
      responsibleUnitCode: 'van-hoa-xa-hoi',
    },
    {
      code: 'soc.poverty-rate',
      name: 'Tỷ lệ hộ nghèo cuối năm',
      printedLabel: '2.',
      rawText: 'Giảm tỷ lệ hộ nghèo cuối năm 2023 còn dưới 0.8-1%.',
      measure: measure('householdShare'),
      comparator: 'BELOW',
      direction: 'DOWN',
      target: '1',
      ...rate,
      frequency: 'YEARLY',
      responsibleUnitCode: 'van-hoa-xa-hoi',
      clarification: {
        question:
          '"Còn dưới 0.8-1%" là dưới 1%, dưới 0,8%, trong khoảng 0,8-1%, hay giảm 0,8-1 điểm phần trăm so với năm trước?',
        readings: [
          {
            code: 'A',
            text: 'Dưới 1%, phấn đấu 0,8%',
            comparator: 'BELOW',
            target: '1',
            upperTarget: null,
            needsBaseline: false,
          },
          { code: 'B', text: 'Dưới 0,8%', comparator: 'BELOW', target: '0.8', upperTarget: null, needsBaseline: false },
          {
            code: 'C',
            text: 'Trong khoảng 0,8-1%',
            comparator: 'BETWEEN',
            target: '0.8',
            upperTarget: '1',
            needsBaseline: false,
          },
          {
            code: 'D',
            text: 'Giảm 0,8-1 điểm phần trăm so với cuối năm 2022',
            comparator: 'AT_MOST',
            target: null,
            upperTarget: null,
            needsBaseline: true,
          },
        ],
      },
    },
    {
      code: 'soc.cultural-families',
      name: 'Gia đình văn hóa',
      printedLabel: '3.',
      rawText: 'Gia đình văn hóa 868 gia đình',
      ...atLeast('families', '868'),
      ...stock,
      ...{ derived: true, derivation: 'AWARDS', awardForm: 'gdvh', frequency: 'YEARLY' },
      responsibleUnitCode: 'van-hoa-xa-hoi',
    },
    {
      code: 'soc.child-stunting-rate',
      name: 'Tỷ lệ trẻ em suy dinh dưỡng chiều cao/tuổi',
      printedLabel: '4.',
      rawText: 'Tỷ lệ trẻ em suy dinh dưỡng: chiều cao/tuổi: 12,7%',
      measure: measure('childShare'),
      comparator: 'AT_MOST',
      direction: 'DOWN',
      target: '12.7',
      ...rate,
      responsibleUnitCode: 'tram-y-te',
    },
    {
      code: 'soc.child-underweight-rate',
      name: 'Tỷ lệ trẻ em suy dinh dưỡng cân nặng/tuổi',
      printedLabel: '4.',
      rawText: 'cân nặng/tuổi 9,5 %',
      measure: measure('childShare'),
      comparator: 'AT_MOST',
      direction: 'DOWN',
      target: '9.5',
      ...rate,
      responsibleUnitCode: 'tram-y-te',
    },
    {
      code: 'soc.health-insurance-coverage',
      name: 'Tỷ lệ người dân tham gia bảo hiểm y tế',
      printedLabel: '5.',
      rawText: 'Tỷ lệ người dan tham gia BHYT trên 95%',
      measure: measure('peopleShare'),
      comparator: 'ABOVE',
      direction: 'UP',
      target: '95',
      ...rate,
      responsibleUnitCode: 'van-hoa-xa-hoi',
    },
    {
      code: 'sec.defence-security-grade',
      name: 'Quốc phòng - an ninh vững mạnh toàn diện',
      printedLabel: '6.',
      rawText: 'An ninh quốc phòng; Đạt tiêu chuẩn vững mạnh toàn diện',
      ...inWords('grade', 'GRADE', 'vững mạnh toàn diện'),
      responsibleUnitCode: 'ban-chi-huy-quan-su',
      assessedBy: 'Ban Chỉ huy quân sự, Công an cấp trên',
      notPrinted: [...invented, 'assessedBy'],
    },
  ]),
  ...under('2.1.4', false, [
    {
      code: 'org.office-green-clean-beautiful',
      name: 'Cơ quan "Xanh - Sạch - Đẹp"',
      rawText: 'Xây dựng cơ quan công sở có môi trường “Xanh – Sạch – Đẹp”',
      ...inWords('rating', 'ACHIEVE', null),
      responsibleUnitCode: 'van-phong-thong-ke',
    },
    {
      code: 'org.office-safe',
      name: 'Cơ quan an toàn',
      rawText: 'cơ quan an toàn',
      ...inWords('rating', 'ACHIEVE', null),
      responsibleUnitCode: 'van-phong-thong-ke',
    },
    {
      code: 'org.office-cultured',
      name: 'Cơ quan có nếp sống văn hoá',
      rawText: 'cơ quan có nếp sống văn hoá',
      ...inWords('rating', 'ACHIEVE', null),
      responsibleUnitCode: 'van-phong-thong-ke',
    },
    {
      code: 'org.union-public-service-skills',
      name: 'Ứng dụng công nghệ thông tin, văn hoá công sở, kỹ năng giao tiếp, đạo đức công vụ',
      rawText:
        'Phát động đoàn viên chủ động nghiên cứu, ứng dụng công nghệ thông tin trong thực thi công vụ; nghiên cứu, hiểu rõ về văn hoá công sở, hoàn thiện kỹ năng thực hành giao tiếp trong thực thi công vụ, đạo đức công vụ',
      ...inWords('rating', 'ACHIEVE', null, 'UP'),
      responsibleUnitCode: 'cong-doan',
    },
    {
      code: 'org.union-culture-sport-social',
      name: 'Văn nghệ, thể thao, hoạt động xã hội, an sinh',
      rawText:
        'Tích cực hưởng ứng, tham gia, cổ vũ, động viên phong trào văn nghệ, thể thao trong cơ quan tạo ra động lực, khí thế trong phong trào thi đua; và tổ chức tốt các hoạt động xã hội, góp phần đảm bảo an sinh xã hội.',
      ...inWords('rating', 'ACHIEVE', null, 'UP'),
      responsibleUnitCode: 'cong-doan',
    },
    {
      code: 'org.union-clean-strong',
      name: 'Cơ quan, đoàn thể trong sạch, vững mạnh',
      rawText: 'xây dựng cơ quan, đoàn thể trong sạch, vững mạnh.',
      ...inWords('grade', 'GRADE', 'trong sạch, vững mạnh'),
      responsibleUnitCode: 'mat-tran-to-quoc',
    },
  ]),
].map(
  (item, index) =>
    ({
      notPrinted: item.responsibleUnitCode === undefined ? invented.slice(0, 5) : invented,
      ...item,
      sortOrder: (index + 1) * 10,
    }) as AddIndicator,
);
