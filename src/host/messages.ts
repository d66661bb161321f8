// Every sentence with which the program refuses to start, to back up or to restore.
import type { Message } from '../platform/messages.ts';

export const messages = {
  'config.port': {
    vi: 'PORT phải là số nguyên từ 0 đến 65535; đang là “{value}”.',
    en: 'PORT must be a whole number from 0 to 65535; it is “{value}”.',
  },
  'config.host': {
    vi: 'HOST phải là một địa chỉ hoặc tên máy; đang là “{value}”.',
    en: 'HOST must be an address or a host name; it is “{value}”.',
  },
  'config.databaseUrl': {
    vi: 'DATABASE_URL phải có dạng postgres://người-dùng:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu.',
    en: 'DATABASE_URL must look like postgres://user:password@host:port/database.',
  },
  'config.tls': {
    vi: 'TLS_CERT và TLS_KEY phải được đặt cùng nhau, mỗi biến là đường dẫn tới một tệp đọc được (thiếu hoặc không đọc được: {name}).',
    en: 'TLS_CERT and TLS_KEY must be set together, each the path of a readable file (missing or unreadable: {name}).',
  },
  'config.trustProxy': {
    vi: 'TRUST_PROXY phải là số máy chủ trung gian (1, 2 …), “loopback” hoặc danh sách địa chỉ IP cách nhau bằng dấu phẩy; đang là “{value}”.',
    en: 'TRUST_PROXY must be a number of proxies (1, 2 …), “loopback” or a comma-separated list of IP addresses; it is “{value}”.',
  },
  'config.today': {
    vi: 'NGUON_TODAY phải là một ngày có thật dạng NNNN-TT-NN, ví dụ 2026-11-27; đang là “{value}”.',
    en: 'NGUON_TODAY must be a real day as YYYY-MM-DD, for example 2026-11-27; it is “{value}”.',
  },
  'config.profile': {
    vi: 'NGUON_PROFILE phải là A (mạng nội bộ độc lập), B (có kết nối) hoặc C (tập huấn); đang là “{value}”.',
    en: 'NGUON_PROFILE must be A (independent LAN), B (connected) or C (training); it is “{value}”.',
  },
  'config.smtp': {
    vi: 'SMTP_URL phải có dạng smtp://tài-khoản:mật-khẩu@máy:cổng (hoặc smtps://…) và đi cùng SMTP_FROM là địa chỉ gửi.',
    en: 'SMTP_URL must look like smtp://user:password@host:port (or smtps://…), together with SMTP_FROM, the sender’s address.',
  },
  'config.publicUrl': {
    vi: 'PUBLIC_URL phải là địa chỉ mở Nguồn, dạng https://…; đang là “{value}”.',
    en: 'PUBLIC_URL must be the address at which Nguồn is opened, https://…; it is “{value}”.',
  },
  'config.exposed': {
    vi: 'Không mở ra mạng tại {host} khi chưa có TLS: đặt TLS_CERT và TLS_KEY, hoặc TRUST_PROXY nếu có máy chủ trung gian lo TLS; không thì để HOST=127.0.0.1.',
    en: 'Not listening on the network at {host} without TLS: set TLS_CERT and TLS_KEY, or TRUST_PROXY if a proxy does TLS; otherwise leave HOST=127.0.0.1.',
  },
  'data.foreign': {
    vi: 'Thư mục {folder} đã có tệp nhưng không phải dữ liệu của Nguồn. Chọn một thư mục trống bằng NGUON_DATA.',
    en: 'The folder {folder} holds files but is not a data folder of Nguồn. Choose an empty one with NGUON_DATA.',
  },
  'data.format': {
    vi: 'Thư mục {folder} do một bản Nguồn mới hơn tạo ra (dạng {found}, bản này hiểu đến dạng {known}). Hãy chạy bản mới hơn.',
    en: 'The folder {folder} was made by a newer Nguồn (format {found}, this one knows up to {known}). Run the newer one.',
  },
  'data.denied': {
    vi: 'Không mở hoặc không ghi được thư mục dữ liệu {folder} ({reason}). Kiểm tra quyền của người đang chạy, hoặc đặt NGUON_DATA.',
    en: 'The data folder {folder} cannot be opened or written ({reason}). Check the rights of the user who runs this, or set NGUON_DATA.',
  },
  'data.unreachable': {
    vi: 'Khi chạy bằng root, cơ sở dữ liệu chạy dưới tài khoản không có đặc quyền, tài khoản ấy không đi qua được {folder}. Chọn NGUON_DATA ở nơi khác (ví dụ /var/lib/nguon) hoặc mở quyền đi qua (chmod o+x).',
    en: 'Run as root, the database runs under an unprivileged account, which cannot pass through {folder}. Choose NGUON_DATA elsewhere (for example /var/lib/nguon) or allow passing (chmod o+x).',
  },
  'data.locked': {
    vi: 'Thư mục dữ liệu {folder} đang được một chương trình Nguồn khác dùng ({holder}, tiến trình {pid}, máy {machine}, từ {since}). Mỗi thư mục chỉ một chương trình chạy; hãy dừng chương trình kia trước.',
    en: 'The data folder {folder} is in use by another Nguồn ({holder}, process {pid}, machine {machine}, since {since}). One program to a folder; stop the other one first.',
  },
  'data.notEmpty': {
    vi: 'Chỉ phục hồi vào thư mục trống; {folder} đã có dữ liệu. Không có gì bị thay đổi.',
    en: 'Restoring needs an empty folder; {folder} already holds data. Nothing was changed.',
  },
  'data.none': {
    vi: 'Thư mục {folder} chưa có dữ liệu của Nguồn. Nếu dữ liệu ở nơi khác, đặt NGUON_DATA.',
    en: 'The folder {folder} holds no data of Nguồn yet. If they are elsewhere, set NGUON_DATA.',
  },
  'data.halfTraining': {
    vi: 'Lần nạp dữ liệu huấn luyện vào {folder} đã bị ngắt giữa chừng, trong đó chỉ có dữ liệu mô phỏng. Hãy xóa thư mục này rồi khởi động lại.',
    en: 'Loading the training data into {folder} was cut off; the folder holds simulated data only. Delete it and start again.',
  },
  'data.halfRestored': {
    vi: 'Lần phục hồi vào {folder} đã bị ngắt giữa chừng. Chạy lại lệnh phục hồi vào chính thư mục này; phần dở dang sẽ được dọn trước.',
    en: 'The restore into {folder} was cut off. Run the same restore into this folder again; what is unfinished is cleared first.',
  },
  'postgres.binaries': {
    vi: 'Thiếu gói {name} (PostgreSQL cho máy này). Chạy lại “npm ci”, hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL 15 trở lên.',
    en: 'The package {name} (PostgreSQL for this machine) is missing. Run “npm ci” again, or set DATABASE_URL to a PostgreSQL 15 or later server.',
  },
  'postgres.initdb': {
    vi: 'Không tạo được cơ sở dữ liệu mới. PostgreSQL trả lời: {reason}',
    en: 'A new database could not be created. PostgreSQL says: {reason}',
  },
  'postgres.start': {
    vi: 'PostgreSQL không khởi động được. Xem {log}. Dòng cuối: {reason}',
    en: 'PostgreSQL did not start. See {log}. Last lines: {reason}',
  },
  'postgres.major': {
    vi: 'Dữ liệu trong {folder} thuộc PostgreSQL {found}, bản này mang PostgreSQL {needed}. Sao lưu bằng bản Nguồn cũ rồi phục hồi vào thư mục mới.',
    en: 'The data in {folder} belong to PostgreSQL {found}; this program brings PostgreSQL {needed}. Back up with the older Nguồn and restore into a new folder.',
  },
  'postgres.unreachable': {
    vi: 'Không nối được tới cơ sở dữ liệu ở DATABASE_URL ({reason}).',
    en: 'The database at DATABASE_URL cannot be reached ({reason}).',
  },
  'postgres.old': {
    vi: 'Máy chủ PostgreSQL là bản {found}; Nguồn cần bản 15 trở lên.',
    en: 'The PostgreSQL server is version {found}; Nguồn needs 15 or later.',
  },
  'postgres.encoding': {
    vi: 'Cơ sở dữ liệu dùng bảng mã {found}; Nguồn cần UTF8 (CREATE DATABASE … ENCODING UTF8 TEMPLATE template0).',
    en: 'The database is encoded in {found}; Nguồn needs UTF8 (CREATE DATABASE … ENCODING UTF8 TEMPLATE template0).',
  },
  'postgres.taken': {
    vi: 'Cơ sở dữ liệu ở DATABASE_URL đang do một chương trình Nguồn khác dùng ({holder}). Hãy dừng chương trình kia trước.',
    en: 'The database at DATABASE_URL is in use by another Nguồn ({holder}). Stop the other one first.',
  },
  'migration.newer': {
    vi: 'Dữ liệu do bản Nguồn mới hơn ghi (bước {found}, bản {writer}); bản này là {program}, chỉ biết đến bước {known}. Hãy chạy bản {writer} trở lên; dữ liệu không bị thay đổi.',
    en: 'The data were written by a newer Nguồn (step {found}, version {writer}); this is {program}, which knows steps up to {known}. Run {writer} or later; the data are unchanged.',
  },
  'migration.changed': {
    vi: 'Bước nâng cấp {name} đã áp dụng cho dữ liệu này nhưng tệp trong bản đang chạy khác nội dung. Dùng đúng bản Nguồn đã phát hành; dữ liệu không bị thay đổi.',
    en: 'The migration {name} was applied to these data, but the file of this program differs. Use a released Nguồn; the data are unchanged.',
  },
  'migration.failed': {
    vi: 'Nâng cấp dữ liệu dừng ở bước {name}: {reason}. Bước này đã được hủy trọn vẹn, dữ liệu còn nguyên ở bước {at}.',
    en: 'The upgrade of the data stopped at {name}: {reason}. That step was undone entirely; the data stand at step {at}.',
  },
  'migration.files': {
    vi: 'Tệp nâng cấp không hợp lệ: {name} (cần dạng 0001_ten.sql, số không trùng).',
    en: 'Not a valid migration file: {name} (needs the form 0001_name.sql, numbers unique).',
  },
  'key.missing': {
    vi: 'Thiếu khóa chính có dấu {wanted} tại {file}. Không có khóa ấy thì {fields} mục thông tin mã hóa của {persons} người (nhóm 3–4 và ghi chú) không đọc được; phần còn lại vẫn nguyên. Đặt tệp khóa vào chỗ trên, hoặc trỏ NGUON_KEY_FILE tới nó.',
    en: 'The master key with fingerprint {wanted} is missing at {file}. Without it {fields} encrypted fields of {persons} persons (classes 3–4 and notes) cannot be read; the rest is intact. Put the key file there, or point NGUON_KEY_FILE to it.',
  },
  'key.wrong': {
    vi: 'Khóa tại {file} có dấu {found}, dữ liệu này cần khóa có dấu {wanted}. Không có gì bị thay đổi.',
    en: 'The key at {file} has the fingerprint {found}; these data need {wanted}. Nothing was changed.',
  },
  'key.unreadable': {
    vi: 'Khóa {file} không đúng dạng hoặc gõ sai (phần kiểm tra không khớp).',
    en: 'The key {file} is malformed or mistyped (its check does not match).',
  },
  'backup.exists': {
    vi: 'Tệp {file} đã có; chọn tên khác, bản sao lưu không ghi đè.',
    en: 'The file {file} already exists; choose another name, a backup never overwrites.',
  },
  'backup.notABackup': {
    vi: 'Tệp {file} không phải bản sao lưu của Nguồn.',
    en: 'The file {file} is not a backup of Nguồn.',
  },
  'backup.truncated': {
    vi: 'Bản sao lưu {file} bị cụt: thiếu phần cuối. Không có gì được phục hồi.',
    en: 'The backup {file} is cut short: its end is missing. Nothing was restored.',
  },
  'backup.altered': {
    vi: 'Bản sao lưu {file} đã bị sửa hoặc hỏng ({where}). Không có gì được phục hồi.',
    en: 'The backup {file} has been altered or damaged ({where}). Nothing was restored.',
  },
  'backup.key': {
    vi: 'Bản sao lưu này mở bằng khóa sao lưu có dấu {wanted} (hoặc khóa chính có dấu {master}); khóa đưa vào có dấu {found}.',
    en: 'This backup opens with the backup key {wanted} (or the master key {master}); the key given has the fingerprint {found}.',
  },
  'backup.newer': {
    vi: 'Bản sao lưu do Nguồn {writer} tạo (bước {found}); bản này là {program}, chỉ biết đến bước {known}. Phục hồi bằng bản {writer} trở lên.',
    en: 'The backup was made by Nguồn {writer} (step {found}); this is {program}, which knows steps up to {known}. Restore with {writer} or later.',
  },
  'backup.failed': {
    vi: 'Sao lưu không thành: {reason}. Tệp dở dang đã được xóa.',
    en: 'The backup failed: {reason}. The unfinished file was removed.',
  },
  'restore.needsKey': {
    vi: 'Bản sao lưu này mở bằng khóa chính có dấu {master} hoặc khóa sao lưu có dấu {wanted}. Đưa khóa bằng --key (tệp khóa hoặc dòng khóa trên phiếu) hoặc NGUON_KEY_FILE.',
    en: 'This backup opens with the master key {master} or the backup key {wanted}. Give the key with --key (the key file or the line on the printed sheet) or NGUON_KEY_FILE.',
  },
  'restore.failed': {
    vi: 'Phục hồi không thành: {reason}. Thư mục đích đã được dọn trống.',
    en: 'The restore failed: {reason}. The target was emptied again.',
  },
} as const satisfies Record<string, Message>;
