// The sentences of the guards that judge members on the roll and organisations, and of readings that differ.
export const memberMessages = {
  'rules.span.met': { vi: 'Thời gian phù hợp quy định.', en: 'The length of time fits.' },
  'rules.span.breach': {
    vi: 'Thời gian ghi ở đây đến {to}; mốc {months} tháng là {until}, không phù hợp quy định.',
    en: 'The time recorded ends on {to}; the mark of {months} months is {until}.',
  },
  'rules.in_time.met': { vi: 'Đúng thời hạn (hạn cuối {until}).', en: 'In time (last day {until}).' },
  'rules.in_time.breach': {
    vi: 'Tính từ {start}, thời hạn kết thúc ngày {until}; việc này quá hạn.',
    en: 'Counted from {start}, the limit ended on {until}; this is late.',
  },
  'rules.lead_time.met': {
    vi: 'Đủ thời gian chuẩn bị (từ {from}).',
    en: 'Enough time before (from {from}).',
  },
  'rules.lead_time.breach': {
    vi: 'Tính từ {start} phải cách ít nhất {days} ngày, tức là sớm nhất ngày {from}.',
    en: 'Counted from {start} at least {days} days must pass: {from} at the earliest.',
  },
  'rules.months_by.met': {
    vi: 'Đủ {months} tháng từ {start}.',
    en: '{months} months since {start} are complete.',
  },
  'rules.months_by.breach': {
    vi: 'Tính từ {start} chưa đủ {months} tháng (đủ vào {from}).',
    en: 'Since {start} fewer than {months} months (complete on {from}).',
  },
  'rules.around.met': {
    vi: 'Trong khoảng nhiệm kỳ cho phép (từ {from} đến {until}).',
    en: 'Within the term allowed (from {from} to {until}).',
  },
  'rules.around.breach': {
    vi: 'Nhiệm kỳ tính từ {start} là {months} tháng, được sớm hoặc muộn {shift} tháng: từ {from} đến {until}.',
    en: 'The term from {start} is {months} months, {shift} months earlier or later: {from} to {until}.',
  },
  'rules.since_either.met': {
    vi: 'Đủ thời gian theo mọi cách tính.',
    en: 'Long enough by every way of counting.',
  },
  'rules.since_either.breach': {
    vi: 'Chưa đủ {months} tháng theo mọi cách tính.',
    en: 'Fewer than {months} months by every way of counting.',
  },
  'rules.none_of.met': { vi: 'Không thuộc trường hợp loại trừ.', en: 'Not one of the excluded cases.' },
  'rules.none_of.breach': { vi: 'Thuộc trường hợp loại trừ.', en: 'One of the excluded cases.' },
  'rules.compared.met': { vi: 'Số lượng phù hợp: {count}.', en: 'The number fits: {count}.' },
  'rules.compared.breach': {
    vi: 'Số ghi ở đây là {count}; mức quy định là {threshold}.',
    en: 'The number here is {count}; the mark is {threshold}.',
  },
  'rules.counted_by.met': { vi: 'Đủ số lượng quy định ({needed}).', en: 'The number is reached ({needed}).' },
  'rules.counted_by.breach': {
    vi: 'Cần {needed}, mới có {counted}.',
    en: '{needed} needed, {counted} counted.',
  },
  'rules.cap_share.met': { vi: 'Không vượt tỷ lệ: tối đa {cap}.', en: 'Within the cap: at most {cap}.' },
  'rules.cap_share.breach': {
    vi: 'Số hoàn thành xuất sắc nhiệm vụ là {count}, vượt tỷ lệ tối đa cho phép.',
    en: '{count} are rated excellent, more than the cap allows.',
  },
  'rules.at_most_share.met': {
    vi: 'Trong tỷ lệ cho phép (tối đa {most}).',
    en: 'Within the share (at most {most}).',
  },
  'rules.at_most_share.breach': {
    vi: 'Số ghi ở đây là {count} trên {whole}; chỉ được tối đa {most}.',
    en: '{count} of {whole}; at most {most} are allowed.',
  },
  'rules.amount_by.met': {
    vi: 'Mức đóng của tháng là {amount} đồng.',
    en: 'The amount of the month is {amount} đồng.',
  },
  'rules.amount_by.breach': {
    vi: 'Mức của tháng là {amount} đồng, mới ghi {paid} đồng.',
    en: 'The amount of the month is {amount} đồng; {paid} are recorded.',
  },
  'rules.seniority_years.met': {
    vi: 'Đủ {years} năm tuổi Đảng từ ngày {from}.',
    en: '{years} years of seniority are complete on {from}.',
  },
  'rules.seniority_years.breach': {
    vi: 'Tuổi Đảng tính từ {start} chưa đủ {years} năm (đủ vào {from}).',
    en: 'Seniority from {start} is less than {years} years (complete on {from}).',
  },
  'rules.milestone.met': {
    vi: 'Đủ điều kiện về tuổi Đảng để xét Huy hiệu {years} năm (từ {from}).',
    en: 'Seniority suffices for the badge of {years} years (from {from}).',
  },
  'rules.milestone.breach': {
    vi: 'Chưa đủ thời gian để xét Huy hiệu {years} năm tuổi Đảng (đủ từ {from}).',
    en: 'The time for the badge of {years} years is not complete (from {from}).',
  },
  'rules.rating_fits.met': {
    vi: 'Mức đề nghị phù hợp với điểm và kết quả.',
    en: 'The level fits points and results.',
  },
  'rules.rating_fits.breach': {
    vi: 'Điểm và kết quả ghi ở đây không ứng với mức đề nghị.',
    en: 'Points and results do not answer to the level proposed.',
  },

  'rules.reading.amount': {
    vi: '{label}: {amount} đồng – {result}.',
    en: '{label}: {amount} đồng – {result}.',
  },
  'rules.reading.cap': { vi: '{label}: tối đa {cap} – {result}.', en: '{label}: at most {cap} – {result}.' },
  'rules.reading.counted.allowed': {
    vi: '{label}: tính được {counted}, tới mức {needed}.',
    en: '{label}: {counted} counted, the mark of {needed} is reached.',
  },
  'rules.reading.counted.refused': {
    vi: '{label}: tính được {counted}, chưa tới mức {needed}.',
    en: '{label}: {counted} counted, below the mark of {needed}.',
  },
  'rules.edge_counted': { vi: 'Tính cả ngày tròn tháng', en: 'Counting the day the months end' },
  'rules.edge_not_counted': { vi: 'Chỉ tính từ ngày hôm sau', en: 'Only from the day after' },
  'rules.milestone.unlisted': {
    vi: 'Quy định áp dụng cho ngày này không có mốc Huy hiệu {years} năm tuổi Đảng.',
    en: 'The rule of that day knows no badge of {years} years.',
  },
} as const;
