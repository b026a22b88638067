import { calendarOf } from '../../src/agenda/agenda-calendar.js';

const entry = (dueOn: string | null, more = {}) => ({
  ...{ id: '019a0000-0000-7000-8000-000000000001', dueOn, overdue: false, vi: 'Nộp báo cáo: kỳ 2023-Q4', en: 'Submit' },
  ...more,
});
const given = { commune: 'duc-lang', on: '2024-01-31', language: 'vi' } as const;

it('what has no due day is no event, and what is late says so', () => {
  const text = calendarOf([entry(null), entry('2024-01-12', { overdue: true })], given);
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(text).toContain('DTSTART;VALUE=DATE:20240112\r\n');
  expect(text).toContain('SUMMARY:Quá hạn: Nộp báo cáo: kỳ 2023-Q4\r\n');
  expect(text).toContain('DTSTAMP:20240131T000000Z\r\n');
});

it('the same entries are the same bytes, in the language asked for', () => {
  const of = (language: 'vi' | 'en') => calendarOf([entry('2024-02-15')], { ...given, language });
  expect(of('vi')).toBe(of('vi'));
  expect(of('en')).toContain('SUMMARY:Submit\r\n');
});
