import { legalDateExamples, periodExamples } from './scalars.js';

/**
 * Sentences of graphql-js and Apollo Server about a document or its variables, and the same in Vietnamese. A part in
 * braces stands in both; `{inner}` is a sentence itself.
 */
export const querySentences: readonly (readonly [english: string, vietnamese: string])[] = [
  ['Syntax Error: {inner}', 'Sai cú pháp{place}: {inner}'],
  ['Expected {wanted}, found {found}.', 'Chỗ này phải là {wanted}, nhưng gặp {found}.'],
  ['Unterminated string.', 'Chuỗi chưa có dấu nháy đóng.'],
  [
    'Unexpected single quote character (\'), did you mean to use a double quote (")?',
    'Gặp dấu nháy đơn (\'); hãy dùng dấu nháy kép (").',
  ],
  ['Unexpected variable "{name}" in constant value.', 'Không dùng biến "{name}" trong giá trị hằng được.'],
  ['Unexpected character: {sign}.', 'Ký tự {sign} không dùng ở đây được.'],
  ['Unexpected {found}.', 'Gặp {found} không đúng chỗ.'],
  ['Invalid character within String: {sign}.', 'Trong chuỗi có ký tự {sign} không được phép.'],
  ['Invalid character escape sequence: {sign}.', 'Chuỗi thoát {sign} không hợp lệ.'],
  ['Invalid Unicode escape sequence: {sign}.', 'Chuỗi thoát {sign} không hợp lệ.'],
  ['Invalid number, expected digit but got: {found}.', 'Số viết sai: thiếu chữ số trước {found}.'],
  ['Invalid number, unexpected digit after 0: {found}.', 'Số viết sai: sau số 0 đứng đầu còn chữ số {found}.'],

  ['Cannot query field "{field}" on type "{type}".', 'Kiểu "{type}" không có trường "{field}".'],
  ['Unknown argument "{name}" on field "{field}".', 'Trường "{field}" không có tham số "{name}".'],
  ['Unknown argument "{name}" on directive "{field}".', 'Chỉ thị "{field}" không có tham số "{name}".'],
  ['Unknown directive "{name}".', 'Không có chỉ thị "{name}".'],
  ['Directive "{name}" may not be used on {where}.', 'Chỉ thị "{name}" không dùng ở đây được ({where}).'],
  ['The directive "{name}" can only be used once at this location.', 'Chỉ thị "{name}" chỉ dùng một lần ở chỗ này.'],
  ['Unknown fragment "{name}".', 'Không có fragment "{name}".'],
  ['Unknown type "{type}".', 'Không có kiểu "{type}".'],
  [
    'Field "{field}" argument "{name}" of type "{type}" is required, but it was not provided.',
    'Trường "{field}" thiếu tham số bắt buộc "{name}" (kiểu "{type}").',
  ],
  [
    'Directive "{field}" argument "{name}" of type "{type}" is required, but it was not provided.',
    'Chỉ thị "{field}" thiếu tham số bắt buộc "{name}" (kiểu "{type}").',
  ],
  [
    'Field "{field}" of type "{type}" must have a selection of subfields.',
    'Trường "{field}" (kiểu "{type}") phải nêu các trường con cần lấy.',
  ],
  [
    'Field "{field}" of type "{type}" must have at least one field selected.',
    'Trường "{field}" (kiểu "{type}") phải nêu ít nhất một trường con.',
  ],
  [
    'Field "{field}" must not have a selection since type "{type}" has no subfields.',
    'Trường "{field}" không có trường con (kiểu "{type}"); hãy bỏ phần trong ngoặc nhọn.',
  ],
  [
    'Variable "{name}" is not defined by operation "{operation}".',
    'Thao tác "{operation}" không khai báo biến "{name}".',
  ],
  ['Variable "{name}" is not defined.', 'Biến "{name}" chưa được khai báo.'],
  ['Variable "{name}" is never used in operation "{operation}".', 'Thao tác "{operation}" không dùng biến "{name}".'],
  ['Variable "{name}" is never used.', 'Biến "{name}" không được dùng.'],
  ['Fragment "{name}" is never used.', 'Fragment "{name}" không được dùng.'],
  ['Cannot spread fragment "{name}" within itself via {way}.', 'Fragment "{name}" lồng chính nó, qua {way}.'],
  ['Cannot spread fragment "{name}" within itself.', 'Fragment "{name}" lồng chính nó.'],
  [
    'Fragment "{name}" cannot be spread here as objects of type "{type}" can never be of type "{other}".',
    'Không dùng fragment "{name}" ở đây được: kiểu "{type}" không bao giờ là "{other}".',
  ],
  [
    'Fragment cannot be spread here as objects of type "{type}" can never be of type "{other}".',
    'Không dùng fragment này ở đây được: kiểu "{type}" không bao giờ là "{other}".',
  ],
  [
    'Fragment "{name}" cannot condition on non composite type "{type}".',
    'Fragment "{name}" không đặt được trên kiểu "{type}", vì kiểu này không có trường.',
  ],
  [
    'Fragment cannot condition on non composite type "{type}".',
    'Fragment không đặt được trên kiểu "{type}", vì kiểu này không có trường.',
  ],
  [
    'Fields "{field}" conflict because {inner}. Use different aliases on the fields to fetch both if this was intentional.',
    'Trường "{field}" được hỏi theo hai cách: {inner}. Nếu cần cả hai, hãy đặt bí danh (alias) khác nhau.',
  ],
  ['they have differing arguments', 'tham số khác nhau'],
  ['"{field}" and "{other}" are different fields', '"{field}" và "{other}" là hai trường khác nhau'],
  ['they return conflicting types "{type}" and "{other}"', 'kiểu "{type}" và "{other}" không hợp nhau'],
  ['subfields "{field}" conflict because {inner}', 'ở trường con "{field}", {inner}'],

  [
    'Variable "{name}" of type "{type}" used in position expecting type "{other}".',
    'Biến "{name}" có kiểu "{type}", nhưng chỗ dùng cần kiểu "{other}".',
  ],
  ['Variable "{name}" cannot be non-input type "{type}".', 'Biến "{name}" không thể có kiểu "{type}".'],
  ['Variable "{name}" of required type "{type}" was not provided.', 'Thiếu giá trị của biến "{name}" (kiểu "{type}").'],
  [
    'Variable "{name}" of non-null type "{type}" must not be null.',
    'Biến "{name}" (kiểu "{type}") không được là null.',
  ],
  [
    'Variable "{name}" got invalid value {value} at "{at}"; {inner}',
    'Biến "{name}" có giá trị sai {value} tại "{at}": {inner}',
  ],
  ['Variable "{name}" got invalid value {value}; {inner}', 'Biến "{name}" có giá trị sai {value}: {inner}'],
  ['Expected value of type "{type}", found {value}; {inner}', 'Cần giá trị kiểu "{type}", gặp {value}: {inner}'],
  ['Expected value of type "{type}", found {value}.', 'Cần giá trị kiểu "{type}", gặp {value}.'],
  ['Expected type "{type}". {inner}', 'Cần kiểu "{type}". {inner}'],
  ['Expected type "{type}" to be an object.', 'Cần một đối tượng kiểu "{type}".'],
  ['Expected non-nullable type "{type}" not to be null.', 'Kiểu "{type}" không được là null.'],
  ['Field "{field}" of required type "{type}" was not provided.', 'Thiếu mục bắt buộc "{field}" (kiểu "{type}").'],
  ['Field "{field}" is not defined by type "{type}".', 'Kiểu "{type}" không có mục "{field}".'],
  ['Value "{value}" does not exist in "{type}" enum.', 'Kiểu "{type}" không có giá trị "{value}".'],
  ['Enum "{type}" cannot represent non-string value: {value}.', 'Giá trị kiểu "{type}" phải là một từ, gặp {value}.'],
  [
    'Enum "{type}" cannot represent non-enum value: {value}.',
    'Giá trị kiểu "{type}" phải là một từ không có dấu nháy, gặp {value}.',
  ],
  ['Int cannot represent non-integer value: {value}', 'Phải là số nguyên, gặp {value}'],
  ['Int cannot represent non 32-bit signed integer value: {value}', 'Số nguyên quá lớn: {value}'],
  ['String cannot represent a non string value: {value}', 'Phải là chuỗi ký tự, gặp {value}'],
  ['Boolean cannot represent a non boolean value: {value}', 'Phải là true hoặc false, gặp {value}'],
  ['ID cannot represent value: {value}', 'Phải là mã định danh, gặp {value}'],
  ['ID cannot represent a non-string and non-integer value: {value}', 'Phải là mã định danh, gặp {value}'],
  [
    `Period cannot be {value}. It reads like ${periodExamples.en}.`,
    `Kỳ không thể là {value}. Viết như ${periodExamples.vi}.`,
  ],
  [
    `LegalDate cannot be {value}. It reads like ${legalDateExamples.en}.`,
    `Ngày không thể là {value}. Viết như ${legalDateExamples.vi}.`,
  ],
  ['{type} cannot be {value}. It reads like {examples}.', '{type} không thể là {value}. Viết như {examples}.'],

  ['There can be only one argument named "{name}".', 'Tham số "{name}" chỉ nêu một lần.'],
  ['There can be only one input field named "{name}".', 'Mục "{name}" chỉ nêu một lần.'],
  ['There can be only one variable named "{name}".', 'Biến "{name}" chỉ khai báo một lần.'],
  ['There can be only one fragment named "{name}".', 'Fragment "{name}" chỉ khai báo một lần.'],
  ['There can be only one operation named "{name}".', 'Thao tác "{name}" chỉ khai báo một lần.'],
  [
    'This anonymous operation must be the only defined operation.',
    'Thao tác không tên phải là thao tác duy nhất; hãy đặt tên cho từng thao tác.',
  ],
  ['The {name} definition is not executable.', 'Định nghĩa {name} không phải là thao tác chạy được.'],
  ['The schema has no {name}.', 'Chương trình không có thao tác loại {name}.'],
  [
    'Must provide operation name if query contains multiple operations.',
    'Có nhiều thao tác; hãy nêu "operationName" của thao tác cần chạy.',
  ],
  ['Unknown operation named "{name}".', 'Không có thao tác nào tên "{name}".'],
  [
    'GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.',
    'Thiếu "query", là câu truy vấn cần chạy.',
  ],
  [
    'POST body missing, invalid Content-Type, or JSON object has no keys.',
    'Thân yêu cầu trống, hoặc Content-Type không phải application/json.',
  ],
  ['PersistedQueryNotSupported', 'Không lưu câu truy vấn theo mã băm; hãy gửi cả câu truy vấn trong "query".'],
  ['Operation batching disabled.', 'Mỗi yêu cầu chỉ có một câu truy vấn; hãy gửi từng câu.'],
  ['`variables` in a POST body should be {form}.', '"variables" phải là một đối tượng JSON, không phải chuỗi.'],
  ['`variables` in a POST body must be {form}.', '"variables" phải là một đối tượng JSON.'],
  [
    'This operation has been blocked as a potential Cross-Site Request Forgery (CSRF). {hint}',
    'Yêu cầu bị chặn vì có thể do một trang khác gửi thay; hãy gửi bằng POST với Content-Type "application/json".',
  ],
  ['GraphQL queries must be strings.', '"query" phải là chuỗi ký tự.'],
];
