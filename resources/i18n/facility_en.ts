<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
 <context>
  <name>access</name>
  <message>
   <source>(ẩn)</source>
   <translation>(hidden)</translation>
  </message>
  <message>
   <source>không nêu lý do</source>
   <translation>no reason given</translation>
  </message>
 </context>
 <context>
  <name>cli</name>
  <message>
   <source>(đã xóa)</source>
   <translation>(erased)</translation>
  </message>
  <message>
   <source>Bản ghi</source>
   <translation>Record</translation>
  </message>
  <message>
   <source>Bản sao lưu {file} nguyên vẹn: {rows} dòng.</source>
   <translation>Backup {file} is whole: {rows} rows.</translation>
  </message>
  <message>
   <source>CHÚ Ý</source>
   <translation>WARNING</translation>
  </message>
  <message>
   <source>CHỮ</source>
   <translation>TEXT</translation>
  </message>
  <message>
   <source>Chương trình gặp lỗi của chính nó; dữ liệu đã lưu vẫn an toàn. Hãy làm lại; nếu vẫn lỗi, hãy gửi báo cáo cho người hỗ trợ: {report}</source>
   <translation>The program met a fault of its own; saved data is safe. Try again; if it fails again, send the report to support: {report}</translation>
  </message>
  <message>
   <source>Chấp nhận tệp đã khôi phục ngoài chương trình, lập mốc đối chiếu mới</source>
   <translation>Accept a file restored outside the program and set a new anchor</translation>
  </message>
  <message>
   <source>Các lệnh</source>
   <translation>Commands</translation>
  </message>
  <message>
   <source>Cách dùng</source>
   <translation>Usage</translation>
  </message>
  <message>
   <source>Có lỗi cần xử lý.</source>
   <translation>There are errors to put right.</translation>
  </message>
  <message>
   <source>Cấp lại mật khẩu, hoặc cho tài khoản dùng máy này</source>
   <translation>Reset a password, or let an account use this machine</translation>
  </message>
  <message>
   <source>Cột</source>
   <translation>Column</translation>
  </message>
  <message>
   <source>Danh sách tài khoản</source>
   <translation>List the accounts</translation>
  </message>
  <message>
   <source>Dữ liệu tốt.</source>
   <translation>The data is sound.</translation>
  </message>
  <message>
   <source>Dữ liệu đã ở cấu trúc mới nhất ({after}); không có gì để làm.</source>
   <translation>The data is already at the newest schema ({after}); there is nothing to do.</translation>
  </message>
  <message>
   <source>GIÁ_TRỊ</source>
   <translation>VALUE</translation>
  </message>
  <message>
   <source>Giá trị của {option} không hợp lệ. Xem cách dùng: --help.</source>
   <translation>The value of {option} is not valid. For usage: --help.</translation>
  </message>
  <message>
   <source>In khóa khôi phục và cất trong két: quên mật khẩu hoặc đổi máy mà không có khóa này thì không ai mở được dữ liệu.</source>
   <translation>Print the recovery key and keep it in a safe: after a forgotten password or a change of machine, nobody can open the data without it.</translation>
  </message>
  <message>
   <source>KHÓA KHÔI PHỤC (chỉ hiện một lần):

    {key}
</source>
   <translation>RECOVERY KEY (shown only once):

    {key}
</translation>
  </message>
  <message>
   <source>Khóa khôi phục đã ghi vào {file}.</source>
   <translation>The recovery key has been written to {file}.</translation>
  </message>
  <message>
   <source>Khóa thiết bị nằm trong một tệp, không nằm trong kho khóa của hệ điều hành (chế độ yếu hơn).</source>
   <translation>The device secret is kept in a file, not in the keyring of the operating system (the weaker mode).</translation>
  </message>
  <message>
   <source>Khóa tài khoản</source>
   <translation>Disable an account</translation>
  </message>
  <message>
   <source>Khôi phục một bản sao lưu vào thư mục mới</source>
   <translation>Restore a backup into a new folder</translation>
  </message>
  <message>
   <source>Khôi phục thử một bản sao lưu và đọc đến dòng cuối</source>
   <translation>Restore a backup for trial and read it to the last row</translation>
  </message>
  <message>
   <source>Không có lệnh {verb}. Xem các lệnh: --help.</source>
   <translation>There is no command {verb}. For the commands: --help.</translation>
  </message>
  <message>
   <source>Không có tùy chọn {option}. Xem các tùy chọn: --help.</source>
   <translation>There is no option {option}. For the options: --help.</translation>
  </message>
  <message>
   <source>Không ghi được khóa khôi phục vào {file}; khóa hiện ra đây một lần, hãy chép lại ngay.</source>
   <translation>The recovery key could not be written to {file}; it is shown here once, copy it now.</translation>
  </message>
  <message>
   <source>Kiểm tra chuỗi nhật ký</source>
   <translation>Verify the chain of the audit trail</translation>
  </message>
  <message>
   <source>Kiểm tra tệp dữ liệu và máy</source>
   <translation>Check the data file and the machine</translation>
  </message>
  <message>
   <source>Loại riêng tư</source>
   <translation>Privacy class</translation>
  </message>
  <message>
   <source>Lúc (UTC)</source>
   <translation>Time (UTC)</translation>
  </message>
  <message>
   <source>Lý do</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Lý do khóa tài khoản</source>
   <translation>Reason for disabling the account</translation>
  </message>
  <message>
   <source>Lập cơ sở mới</source>
   <translation>Create a new facility</translation>
  </message>
  <message>
   <source>LỆNH</source>
   <translation>COMMAND</translation>
  </message>
  <message>
   <source>LỖI</source>
   <translation>ERROR</translation>
  </message>
  <message>
   <source>Máy</source>
   <translation>Machine</translation>
  </message>
  <message>
   <source>Mật khẩu</source>
   <translation>Password</translation>
  </message>
  <message>
   <source>Mật khẩu dùng một lần: {password}</source>
   <translation>One-time password: {password}</translation>
  </message>
  <message>
   <source>Mật khẩu mới</source>
   <translation>New password</translation>
  </message>
  <message>
   <source>Người</source>
   <translation>Person</translation>
  </message>
  <message>
   <source>Nhập lại mật khẩu mới</source>
   <translation>New password again</translation>
  </message>
  <message>
   <source>Nhật ký</source>
   <translation>Audit trail</translation>
  </message>
  <message>
   <source>Nhật ký bị sửa ngoài chương trình: dòng đầu tiên không khớp là dòng {first_bad}. Hãy giữ nguyên tệp và báo người phụ trách an toàn thông tin; người đó quyết định khôi phục từ bản sao lưu (lệnh restore) hay chấp nhận tệp này (lệnh audit accept --reason LÝ_DO).</source>
   <translation>The audit trail has been altered outside the program: the first entry that does not match is entry {first_bad}. Leave the file as it is and report to the information security officer; the officer decides whether to restore from a backup (command restore) or to accept this file (audit accept --reason REASON).</translation>
  </message>
  <message>
   <source>Nhật ký liền mạch ({rows} dòng) nhưng mốc đối chiếu đã mất hoặc hỏng, nên không biết phần cuối có đủ không. Hãy báo người phụ trách an toàn thông tin; nếu xét xong mà vẫn dùng tệp này, quản trị viên chạy lệnh audit accept --reason LÝ_DO.</source>
   <translation>The audit trail is unbroken ({rows} entries), but the anchor is gone or damaged, so nobody can say whether its end is complete. Tell the information security officer; once it has been judged and the file is to be used all the same, an administrator runs audit accept --reason REASON.</translation>
  </message>
  <message>
   <source>Nhật ký nguyên vẹn: {rows} dòng.</source>
   <translation>The audit trail is whole: {rows} entries.</translation>
  </message>
  <message>
   <source>Nhật ký thiếu phần cuối: chỉ còn {rows} dòng, ít hơn mốc đối chiếu. Hãy giữ nguyên tệp và báo người phụ trách an toàn thông tin; nếu xét xong mà vẫn dùng tệp này, quản trị viên chạy lệnh audit accept --reason LÝ_DO.</source>
   <translation>The end of the audit trail is missing: only {rows} entries are left, fewer than the anchor records. Leave the file as it is and report to the information security officer; if it is then decided to go on with this file, an administrator runs audit accept --reason REASON.</translation>
  </message>
  <message>
   <source>Nâng cấp dữ liệu lên cấu trúc mới nhất</source>
   <translation>Upgrade the data to the newest schema</translation>
  </message>
  <message>
   <source>Quản lý cơ sở cai nghiện ma túy, không cần mạng. Không có lệnh nào: mở cửa sổ.</source>
   <translation>Manages a drug rehabilitation facility, without a network. Without a command, the window opens.</translation>
  </message>
  <message>
   <source>Sao lưu ngay, khôi phục thử và đối chiếu</source>
   <translation>Back up now, restore for trial and compare</translation>
  </message>
  <message>
   <source>Sao lưu và kiểm tra bản sao lưu</source>
   <translation>Make and verify backups</translation>
  </message>
  <message>
   <source>Sau</source>
   <translation>After</translation>
  </message>
  <message>
   <source>SỐ</source>
   <translation>NUMBER</translation>
  </message>
  <message>
   <source>SỐ_DÒNG</source>
   <translation>ENTRY</translation>
  </message>
  <message>
   <source>SỐ_GIÁ_TRỊ</source>
   <translation>VALUE</translation>
  </message>
  <message>
   <source>Số</source>
   <translation>No.</translation>
  </message>
  <message>
   <source>Thiếu lệnh, hoặc thừa giá trị. Xem các lệnh: --help.</source>
   <translation>A command is missing, or there is a value too many. For the commands: --help.</translation>
  </message>
  <message>
   <source>Thiếu {option}, và không có màn hình để hỏi. Hãy thêm {option} vào lệnh.</source>
   <translation>{option} is missing, and there is no terminal to ask at. Add {option} to the command.</translation>
  </message>
  <message>
   <source>Thiếu {option}. Xem cách dùng: --help.</source>
   <translation>{option} is missing. For usage: --help.</translation>
  </message>
  <message>
   <source>Thêm tài khoản</source>
   <translation>Add an account</translation>
  </message>
  <message>
   <source>Trước</source>
   <translation>Before</translation>
  </message>
  <message>
   <source>TÊN</source>
   <translation>NAME</translation>
  </message>
  <message>
   <source>Tài khoản người dùng</source>
   <translation>User accounts</translation>
  </message>
  <message>
   <source>Tên</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Tên tài khoản</source>
   <translation>Account name</translation>
  </message>
  <message>
   <source>Tình trạng</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Tùy chọn</source>
   <translation>Options</translation>
  </message>
  <message>
   <source>Tùy chọn --lang nhận vi hoặc en.</source>
   <translation>The option --lang takes vi or en.</translation>
  </message>
  <message>
   <source>Tùy chọn {option} cần một giá trị.</source>
   <translation>The option {option} needs a value.</translation>
  </message>
  <message>
   <source>Tùy chọn {option} nhận: {known}.</source>
   <translation>The option {option} takes: {known}.</translation>
  </message>
  <message>
   <source>TỆP</source>
   <translation>FILE</translation>
  </message>
  <message>
   <source>Vai trò</source>
   <translation>Roles</translation>
  </message>
  <message>
   <source>Việc</source>
   <translation>Action</translation>
  </message>
  <message>
   <source>Xem một dòng nhật ký với từng giá trị trước và sau</source>
   <translation>Show one entry of the audit trail with every value before and after</translation>
  </message>
  <message>
   <source>Xem nhật ký, mới nhất trước</source>
   <translation>Show the audit trail, newest first</translation>
  </message>
  <message>
   <source>Xóa một giá trị khỏi nhật ký; chuỗi nhật ký vẫn nguyên vẹn</source>
   <translation>Erase one value from the audit trail; its chain stays whole</translation>
  </message>
  <message>
   <source>[TÙY_CHỌN]</source>
   <translation>[OPTIONS]</translation>
  </message>
  <message>
   <source>chỉ lập khóa khôi phục mới; khóa cũ hết hiệu lực</source>
   <translation>only make a new recovery key; the former one opens nothing any more</translation>
  </message>
  <message>
   <source>ghi chú</source>
   <translation>note</translation>
  </message>
  <message>
   <source>loại cơ sở: công lập, trường giáo dưỡng hay tư nhân</source>
   <translation>kind of facility: public, reform school or private</translation>
  </message>
  <message>
   <source>lý do, lưu trong nhật ký</source>
   <translation>reason, kept in the audit trail</translation>
  </message>
  <message>
   <source>mã cơ sở, ví dụ G01.28.12</source>
   <translation>facility code, for example G01.28.12</translation>
  </message>
  <message>
   <source>mã tỉnh, hai chữ số</source>
   <translation>province code, two digits</translation>
  </message>
  <message>
   <source>ngôn ngữ: vi hoặc en</source>
   <translation>language: vi or en</translation>
  </message>
  <message>
   <source>nơi giữ khóa thiết bị: kho khóa của hệ điều hành (keyring) hoặc tệp (file, yếu hơn)</source>
   <translation>where the device secret is kept: the keyring of the operating system (keyring) or a file (file, weaker)</translation>
  </message>
  <message>
   <source>số dòng</source>
   <translation>number of entries</translation>
  </message>
  <message>
   <source>thư mục dữ liệu (hoặc đặt biến môi trường FACILITY_APP_DATA)</source>
   <translation>data folder (or set the environment variable FACILITY_APP_DATA)</translation>
  </message>
  <message>
   <source>thư mục mới hoặc trống; không bao giờ ghi đè</source>
   <translation>a new or empty folder; nothing is ever overwritten</translation>
  </message>
  <message>
   <source>thư mục đích, ví dụ một ổ khác</source>
   <translation>target folder, for example on another disk</translation>
  </message>
  <message>
   <source>trả lời bằng một tài liệu JSON</source>
   <translation>answer with one JSON document</translation>
  </message>
  <message>
   <source>tên cơ sở</source>
   <translation>name of the facility</translation>
  </message>
  <message>
   <source>tên tài khoản</source>
   <translation>account name</translation>
  </message>
  <message>
   <source>tên tài khoản của quản trị viên đầu tiên</source>
   <translation>account name of the first administrator</translation>
  </message>
  <message>
   <source>tệp có khóa khôi phục ở dòng đầu, thay cho tên tài khoản và mật khẩu</source>
   <translation>file with the recovery key on its first line, instead of an account name and a password</translation>
  </message>
  <message>
   <source>tệp có mật khẩu mới</source>
   <translation>file with the new password</translation>
  </message>
  <message>
   <source>tệp có mật khẩu mới; không nêu thì cấp mật khẩu dùng một lần</source>
   <translation>file with the new password; without it a one-time password is issued</translation>
  </message>
  <message>
   <source>tệp có mật khẩu ở dòng đầu</source>
   <translation>file with the password on its first line</translation>
  </message>
  <message>
   <source>tệp mới để ghi khóa khôi phục; không nêu thì khóa hiện trên màn hình một lần</source>
   <translation>new file for the recovery key; without it the key is shown on the screen once</translation>
  </message>
  <message>
   <source>vai trò, ví dụ NURSE; nêu được nhiều lần</source>
   <translation>role, for example NURSE; may be given several times</translation>
  </message>
  <message>
   <source>xem hướng dẫn này</source>
   <translation>show this help</translation>
  </message>
  <message>
   <source>{option}: dòng đầu của tệp {file} trống. Hãy ghi mật khẩu hoặc khóa khôi phục vào dòng đầu.</source>
   <translation>{option}: the first line of file {file} is empty. Write the password or the recovery key on the first line.</translation>
  </message>
  <message>
   <source>{option}: không tạo được tệp mới {file}; tệp đã có thì không ghi đè. Hãy chọn tên tệp khác.</source>
   <translation>{option}: the new file {file} could not be made; a file that is already there is not overwritten. Choose another file name.</translation>
  </message>
  <message>
   <source>{option}: không đọc được tệp {file}. Hãy kiểm tra tên tệp, quyền đọc và bảng mã (UTF-8).</source>
   <translation>{option}: file {file} could not be read. Check its name, the right to read it and its encoding (UTF-8).</translation>
  </message>
  <message>
   <source>Đang khôi phục thử…</source>
   <translation>Restoring for trial…</translation>
  </message>
  <message>
   <source>Đang khôi phục…</source>
   <translation>Restoring…</translation>
  </message>
  <message>
   <source>Đang kiểm tra…</source>
   <translation>Checking…</translation>
  </message>
  <message>
   <source>Đang lập cơ sở…</source>
   <translation>Creating the facility…</translation>
  </message>
  <message>
   <source>Đang sao lưu và nâng cấp…</source>
   <translation>Backing up and upgrading…</translation>
  </message>
  <message>
   <source>Đang sao lưu và đối chiếu…</source>
   <translation>Backing up and comparing…</translation>
  </message>
  <message>
   <source>Đang đổi khóa dữ liệu…</source>
   <translation>Changing the data key…</translation>
  </message>
  <message>
   <source>Đã chấp nhận tệp và lập mốc đối chiếu mới.</source>
   <translation>The file has been accepted and a new anchor set.</translation>
  </message>
  <message>
   <source>Đã cấp lại mật khẩu cho {name}.</source>
   <translation>The password of {name} has been reset.</translation>
  </message>
  <message>
   <source>Đã dừng theo yêu cầu.</source>
   <translation>Stopped as asked.</translation>
  </message>
  <message>
   <source>Đã khóa tài khoản {name}.</source>
   <translation>Account {name} has been disabled.</translation>
  </message>
  <message>
   <source>Đã khôi phục vào {folder}: {rows} dòng, mở bằng mật khẩu như lúc sao lưu. Đây là đời dữ liệu mới (số {epoch}); gói gửi tỉnh kế tiếp sẽ là gói đầy đủ.</source>
   <translation>Restored into {folder}: {rows} rows; it opens with the passwords as they were at the time of the backup. A new data epoch (no. {epoch}) begins; the next data bundle for the province will be a full one.</translation>
  </message>
  <message>
   <source>Đã lập cơ sở {name} (mã {code}). Dữ liệu: {db}</source>
   <translation>Facility {name} (code {code}) has been created. Data: {db}</translation>
  </message>
  <message>
   <source>Đã nâng cấp từ {before} lên {after}. Bản sao lưu trước khi nâng cấp: {backup}</source>
   <translation>Upgraded from {before} to {after}. Backup made before the upgrade: {backup}</translation>
  </message>
  <message>
   <source>Đã sao lưu và đối chiếu: {file} ({bytes} byte, {rows} dòng).</source>
   <translation>Backed up and compared: {file} ({bytes} bytes, {rows} rows).</translation>
  </message>
  <message>
   <source>Đã thêm tài khoản {name} ({roles}).</source>
   <translation>Account {name} has been added ({roles}).</translation>
  </message>
  <message>
   <source>Đã xóa giá trị số {place} ở dòng {seq} của nhật ký.</source>
   <translation>Value number {place} in entry {seq} of the audit trail has been erased.</translation>
  </message>
  <message>
   <source>Đã đổi khóa dữ liệu. Bản sao lưu trước khi đổi: {backup}</source>
   <translation>The data key has been changed. Backup made before the change: {backup}</translation>
  </message>
  <message>
   <source>Đã đổi mật khẩu của {name}.</source>
   <translation>The password of {name} has been changed.</translation>
  </message>
  <message>
   <source>ĐƯỜNG_DẪN</source>
   <translation>PATH</translation>
  </message>
  <message>
   <source>Đổi khóa dữ liệu hoặc khóa khôi phục</source>
   <translation>Change the data key or the recovery key</translation>
  </message>
  <message>
   <source>Đổi mật khẩu của mình</source>
   <translation>Change one's own password</translation>
  </message>
  <message>
   <source>đã khóa</source>
   <translation>disabled</translation>
  </message>
  <message>
   <source>đọc từng trang và từng chỉ mục</source>
   <translation>read every page and every index</translation>
  </message>
 </context>
 <context>
  <name>errors</name>
  <message>
   <source>Bản ghi này đã được gạch bỏ trước đó. Hãy mở lại danh sách để xem bản hiện tại.</source>
   <translation>This record has already been struck out. Open the list again to see it as it is now.</translation>
  </message>
  <message>
   <source>Bản sao lưu vừa tạo không khôi phục lại đúng như dữ liệu gốc nên đã bị xóa. Ổ đĩa hoặc bộ nhớ của máy có thể hỏng: hãy kiểm tra, rồi sao lưu ra ổ khác (lệnh backup now --to).</source>
   <translation>The backup just made does not restore to the original data and has been removed. The disk or the memory of the machine may be faulty: have them checked, then back up to another disk (command backup now --to).</translation>
  </message>
  <message>
   <source>Bản sao lưu {file} bị hỏng, bị cắt cụt hoặc không phải bản sao lưu của chương trình; chưa khôi phục gì. Hãy dùng bản sao lưu khác, hoặc chép lại tệp này từ nơi cất giữ.</source>
   <translation>Backup {file} is damaged, cut short or not a backup of this program; nothing has been restored. Use another backup, or copy this file again from where it is kept.</translation>
  </message>
  <message>
   <source>Bản sao lưu {file} do bản chương trình mới hơn tạo. Hãy cài bản chương trình mới nhất rồi làm lại.</source>
   <translation>Backup {file} was made by a newer version of the program. Install the newest version and try again.</translation>
  </message>
  <message>
   <source>Chữ vừa nhập có ký tự hỏng, không lưu được. Hãy gõ lại thay vì dán từ nơi khác.</source>
   <translation>The text just entered has broken characters and cannot be saved. Type it again instead of pasting it from elsewhere.</translation>
  </message>
  <message>
   <source>Có ký tự hỏng</source>
   <translation>Broken characters</translation>
  </message>
  <message>
   <source>Cần chọn vai trò</source>
   <translation>Choose a role</translation>
  </message>
  <message>
   <source>Cần lý do</source>
   <translation>A reason is needed</translation>
  </message>
  <message>
   <source>Danh sách này không sắp xếp được theo “{key}”. Có thể sắp theo: {known}.</source>
   <translation>This list cannot be sorted by “{key}”. It can be sorted by: {known}.</translation>
  </message>
  <message>
   <source>Dấu trang của danh sách không hợp lệ. Hãy mở lại danh sách từ trang đầu.</source>
   <translation>The page mark of the list is not valid. Open the list again from its first page.</translation>
  </message>
  <message>
   <source>Dữ liệu do bản chương trình cũ tạo (cấu trúc {revision}). Hãy chạy lệnh migrate; chương trình tự sao lưu và kiểm tra bản sao lưu trước khi nâng cấp.</source>
   <translation>The data was made by an older version of the program (schema {revision}). Run the command migrate; the program makes and verifies a backup before it upgrades.</translation>
  </message>
  <message>
   <source>Dữ liệu này đang có chương trình khác dùng (đang giữ tệp {file}). Hãy đóng các cửa sổ và lệnh khác của chương trình rồi làm lại.</source>
   <translation>Another program is using this data (it holds the file {file}). Close the other windows and commands of the program and try again.</translation>
  </message>
  <message>
   <source>Dữ liệu này đang mở trong một cửa sổ khác: máy {computer}, tiến trình số {process}, từ {since}. Hãy dùng cửa sổ đó, hoặc đóng nó rồi mở lại.</source>
   <translation>This data is open in another window: machine {computer}, process number {process}, since {since}. Use that window, or close it and open again.</translation>
  </message>
  <message>
   <source>Dữ liệu đang được chương trình khác ghi quá lâu. Hãy đợi việc kia xong rồi làm lại.</source>
   <translation>Another program has been writing to the data for too long. Wait until it has finished and try again.</translation>
  </message>
  <message>
   <source>Giá trị số {place} ở dòng {seq} của nhật ký đã được xóa trước đó; không còn gì để xóa.</source>
   <translation>Value number {place} in entry {seq} of the audit trail has already been erased; nothing is left to erase.</translation>
  </message>
  <message>
   <source>Hai lần nhập mật khẩu khác nhau. Hãy nhập lại từ đầu.</source>
   <translation>The two passwords typed differ. Type both again.</translation>
  </message>
  <message>
   <source>Hãy ghi lý do; lý do được lưu trong nhật ký.</source>
   <translation>State the reason; it is kept in the audit trail.</translation>
  </message>
  <message>
   <source>Kho khóa của hệ điều hành không dùng được ({reason}). Hãy mở khóa kho hoặc đăng nhập lại vào màn hình làm việc rồi làm lại, hoặc mở bằng khóa khôi phục (--recovery-key-file).</source>
   <translation>The keyring of the operating system cannot be used ({reason}). Unlock the keyring or log in to the desktop again and try once more, or open with the recovery key (--recovery-key-file).</translation>
  </message>
  <message>
   <source>Kho khóa của hệ điều hành đang bị khóa. Hãy mở khóa kho (thường là đăng nhập lại vào màn hình làm việc) rồi làm lại, hoặc mở bằng khóa khôi phục (--recovery-key-file).</source>
   <translation>The keyring of the operating system is locked. Unlock it (usually by logging in to the desktop again) and try once more, or open with the recovery key (--recovery-key-file).</translation>
  </message>
  <message>
   <source>Khoảng thời gian này chồng lên một khoảng đã có. Hãy kết thúc khoảng kia trước.</source>
   <translation>This period overlaps one that is already there. End that one first.</translation>
  </message>
  <message>
   <source>Khóa dữ liệu trong tệp {file} vừa được chương trình khác thay; chưa ghi gì. Hãy đóng chương trình, mở lại rồi làm lại.</source>
   <translation>The data key in file {file} has just been changed by another program; nothing has been written. Close the program, open it again and try once more.</translation>
  </message>
  <message>
   <source>Khóa khôi phục bị gõ nhầm ở nhiều chỗ. Hãy so lại từng nhóm với tờ đã in rồi gõ lại.</source>
   <translation>The recovery key is mistyped in several places. Compare each group with the printed sheet and type it again.</translation>
  </message>
  <message>
   <source>Khóa khôi phục bị gõ nhầm ở nhóm thứ {group}. Hãy so lại nhóm này với tờ đã in rồi gõ lại.</source>
   <translation>The recovery key is mistyped in group {group}. Compare this group with the printed sheet and type it again.</translation>
  </message>
  <message>
   <source>Khóa khôi phục có {groups} nhóm, mỗi nhóm {size} ký tự (tất cả {all} ký tự); khóa vừa gõ có {typed} ký tự. Hãy gõ lại theo tờ đã in.</source>
   <translation>A recovery key has {groups} groups of {size} characters ({all} characters in all); the one typed has {typed}. Type it again from the printed sheet.</translation>
  </message>
  <message>
   <source>Khóa khôi phục này không phải của tệp khóa này. Hãy dùng tờ in gần nhất của đúng cơ sở này.</source>
   <translation>This recovery key does not belong to this key file. Use the latest printed sheet of this very facility.</translation>
  </message>
  <message>
   <source>Khóa thiết bị của tài khoản hệ điều hành này bị hỏng ({name}). Hãy giữ nguyên nó và mở bằng khóa khôi phục (--recovery-key-file).</source>
   <translation>The device secret of this operating system account is damaged ({name}). Leave it as it is and open with the recovery key (--recovery-key-file).</translation>
  </message>
  <message>
   <source>Không có tài khoản này</source>
   <translation>No such account</translation>
  </message>
  <message>
   <source>Không có tài khoản “{name}”. Xem danh sách bằng lệnh user list.</source>
   <translation>There is no account “{name}”. For the list, run user list.</translation>
  </message>
  <message>
   <source>Không có vai trò “{role}”. Các vai trò: {known}.</source>
   <translation>There is no role “{role}”. The roles are: {known}.</translation>
  </message>
  <message>
   <source>Không ghi vào bên trong thư mục dữ liệu {folder}. Hãy chọn một thư mục khác, tốt nhất trên ổ khác.</source>
   <translation>Nothing is written inside the data folder {folder}. Choose another folder, best on another disk.</translation>
  </message>
  <message>
   <source>Không mở hoặc không ghi được tệp dữ liệu, chưa ghi gì. Hãy kiểm tra quyền của thư mục dữ liệu rồi làm lại.</source>
   <translation>The data file could not be opened or written; nothing has been written. Check the rights of the data folder and try again.</translation>
  </message>
  <message>
   <source>Không thấy bản sao lưu {file}. Hãy kiểm tra tên tệp và ổ đĩa cất giữ.</source>
   <translation>Backup {file} was not found. Check the file name and the disk it is kept on.</translation>
  </message>
  <message>
   <source>Không thấy tệp dữ liệu {file}. Hãy khôi phục từ bản sao lưu gần nhất (lệnh restore).</source>
   <translation>The data file {file} was not found. Restore the latest backup (command restore).</translation>
  </message>
  <message>
   <source>Không thấy tệp khóa {file} trong thư mục dữ liệu. Hãy lấy lại tệp này từ bản sao lưu gần nhất (lệnh restore); không có nó thì không mở được dữ liệu.</source>
   <translation>The key file {file} was not found in the data folder. Recover it from the latest backup (command restore); without it the data cannot be opened.</translation>
  </message>
  <message>
   <source>Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách.</source>
   <translation>Record {id} was not found. The list may be out of date; open it again.</translation>
  </message>
  <message>
   <source>Không tự khóa được tài khoản của mình. Hãy nhờ một quản trị viên khác.</source>
   <translation>Nobody can disable their own account. Ask another administrator.</translation>
  </message>
  <message>
   <source>Máy không còn đủ bộ nhớ để kiểm tra mật khẩu (cần {mebibytes} MB). Hãy đóng bớt chương trình khác rồi làm lại.</source>
   <translation>The machine has too little memory left to check the password ({mebibytes} MB are needed). Close other programs and try again.</translation>
  </message>
  <message>
   <source>Mã cơ sở không đúng dạng</source>
   <translation>Facility code not well formed</translation>
  </message>
  <message>
   <source>Mã cơ sở “{code}” không đúng dạng mã định danh điện tử (QĐ 20/2020/QĐ-TTg): tối đa {limit} ký tự, các nhóm chữ A–Z và số nối bằng dấu chấm. Ví dụ: G01.28.12; chưa được cấp thì dùng X.&lt;tỉnh&gt;.&lt;số&gt;.</source>
   <translation>Facility code “{code}” is not a well-formed electronic identification code (Decision 20/2020/QĐ-TTg): at most {limit} characters, groups of letters A–Z and digits joined by full stops. Example: G01.28.12; where none has been issued yet, use X.&lt;province&gt;.&lt;number&gt;.</translation>
  </message>
  <message>
   <source>Mã tỉnh không đúng dạng</source>
   <translation>Province code not well formed</translation>
  </message>
  <message>
   <source>Mã tỉnh “{code}” cần đúng hai chữ số (QĐ 19/2025/QĐ-TTg). Ví dụ: 01 là Hà Nội.</source>
   <translation>Province code “{code}” must have exactly two digits (Decision 19/2025/QĐ-TTg). Example: 01 is Hà Nội.</translation>
  </message>
  <message>
   <source>Mật khẩu không được chỉ gồm một ký tự lặp lại. Hãy chọn mật khẩu khác.</source>
   <translation>A password must not be one character repeated. Choose another password.</translation>
  </message>
  <message>
   <source>Mật khẩu không được trùng với tên tài khoản. Hãy chọn mật khẩu khác.</source>
   <translation>A password must not be the account name. Choose another password.</translation>
  </message>
  <message>
   <source>Mật khẩu mới trùng với mật khẩu đang dùng. Hãy chọn mật khẩu khác.</source>
   <translation>The new password is the one in use. Choose another.</translation>
  </message>
  <message>
   <source>Mật khẩu này do người khác cấp và chỉ dùng một lần. Hãy đổi mật khẩu trước (lệnh user password).</source>
   <translation>This password was issued by someone else and may be used only once. Change it first (command user password).</translation>
  </message>
  <message>
   <source>Mật khẩu phải có ít nhất {least} ký tự. Hãy chọn mật khẩu dài hơn.</source>
   <translation>A password must have at least {least} characters. Choose a longer one.</translation>
  </message>
  <message>
   <source>Một ngăn khóa trong tệp {file} bị hỏng. Hãy nhờ quản trị viên cấp lại mật khẩu (lệnh user reset) hoặc mở bằng khóa khôi phục (--recovery-key-file); nếu không được, lấy tệp {file} từ bản sao lưu gần nhất (lệnh restore).</source>
   <translation>A key slot in file {file} is damaged. Ask an administrator to reset the password (command user reset), or open with the recovery key (--recovery-key-file); if neither works, recover file {file} from the latest backup (command restore).</translation>
  </message>
  <message>
   <source>Người khác vừa sửa bản ghi này. Hãy mở lại, xem thay đổi của họ rồi sửa tiếp.</source>
   <translation>Someone else has just changed this record. Open it again, look at their changes, then go on.</translation>
  </message>
  <message>
   <source>Nhật ký không có dòng {seq}. Xem số dòng bằng lệnh audit list.</source>
   <translation>The audit trail has no entry {seq}. For the entry numbers, run audit list.</translation>
  </message>
  <message>
   <source>Nhật ký không có giá trị số {place} ở dòng {seq}. Xem các giá trị bằng lệnh audit show {seq}.</source>
   <translation>The audit trail has no value number {place} in entry {seq}. For the values, run audit show {seq}.</translation>
  </message>
  <message>
   <source>Sai tên tài khoản hoặc mật khẩu. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi gõ lại; quên mật khẩu thì nhờ quản trị viên cấp lại (lệnh user reset).</source>
   <translation>Wrong account name or password. Check the Vietnamese input method and Caps Lock and type again; if the password is forgotten, ask an administrator to reset it (command user reset).</translation>
  </message>
  <message>
   <source>Thư mục dữ liệu {folder} nằm trên ổ mạng hoặc ổ chia sẻ ({kind}). Ở đó việc khóa và ghi tệp không chắc chắn nên dữ liệu có thể hỏng. Hãy chọn thư mục trên ổ đĩa của chính máy này (--data).</source>
   <translation>The data folder {folder} is on a network or shared drive ({kind}). Files are not reliably locked and written there, so the data could be damaged. Choose a folder on a disk of this machine itself (--data).</translation>
  </message>
  <message>
   <source>Thư mục {folder} chưa có dữ liệu cơ sở. Hãy lập cơ sở mới (lệnh init) hoặc khôi phục từ bản sao lưu (lệnh restore).</source>
   <translation>Folder {folder} holds no facility data yet. Create a new facility (command init) or restore a backup (command restore).</translation>
  </message>
  <message>
   <source>Thư mục {folder} đã có dữ liệu của một cơ sở. Hãy chọn thư mục khác (--data).</source>
   <translation>Folder {folder} already holds the data of a facility. Choose another folder (--data).</translation>
  </message>
  <message>
   <source>Thư mục {folder} đã có tệp. Khôi phục không bao giờ ghi đè hay xóa; hãy chọn một thư mục mới hoặc trống.</source>
   <translation>Folder {folder} already holds files. Restoring never overwrites or erases; choose a new or empty folder.</translation>
  </message>
  <message>
   <source>Thư viện SQLite {version} có lỗi có thể làm mất dữ liệu khi ghi; cần bản {needed} trở lên. Hãy cài lại chương trình từ bộ cài đầy đủ.</source>
   <translation>SQLite library {version} has a fault that can lose data when writing; version {needed} or later is needed. Install the program again from the full installer.</translation>
  </message>
  <message>
   <source>Trong thư mục dữ liệu đã có tệp khóa {file} nên không tạo tệp mới. Hãy chọn thư mục khác (--data), hoặc mở dữ liệu đang có.</source>
   <translation>The data folder already holds a key file {file}, so no new one is made. Choose another folder (--data), or open the data that is there.</translation>
  </message>
  <message>
   <source>Trùng mật khẩu đang dùng</source>
   <translation>Same as the password in use</translation>
  </message>
  <message>
   <source>Trường {field}: “{value}” không phải số tiền đồng. Hãy ghi số nguyên không dấu, nếu cần thì chấm giữa từng nhóm ba chữ số, ví dụ 2.024.000.</source>
   <translation>Field {field}: “{value}” is not an amount in dong. Write a whole number without a sign, if need be with a full stop between groups of three digits, for example 2.024.000.</translation>
  </message>
  <message>
   <source>Tài khoản cần ít nhất một vai trò. Các vai trò: {known}.</source>
   <translation>An account needs at least one role. The roles are: {known}.</translation>
  </message>
  <message>
   <source>Tài khoản của chính mình</source>
   <translation>One's own account</translation>
  </message>
  <message>
   <source>Tài khoản hệ điều hành này không được phép đọc hoặc ghi {file}. Hãy kiểm tra quyền của tệp và của thư mục chứa nó rồi làm lại.</source>
   <translation>This operating system account may not read or write {file}. Check the rights of the file and of the folder that holds it, and try again.</translation>
  </message>
  <message>
   <source>Tài khoản này chưa từng mở dữ liệu trên máy này (hoặc trong tài khoản hệ điều hành này). Hãy đặt mật khẩu cho máy này một lần bằng khóa khôi phục: user reset TÊN --recovery-key-file TỆP; từ đó mật khẩu dùng được ở đây.</source>
   <translation>This account has never opened the data on this machine (or under this operating system account). Set a password for this machine once with the recovery key: user reset NAME --recovery-key-file FILE; from then on the password works here.</translation>
  </message>
  <message>
   <source>Tài khoản này không có quyền “{permission}”. Người có quyền: {roles}.</source>
   <translation>This account does not have the permission “{permission}”. Those who have it: {roles}.</translation>
  </message>
  <message>
   <source>Tài khoản này mở bằng kho khóa của hệ điều hành, nhưng phiên làm việc này không có kho khóa. Hãy đăng nhập vào màn hình làm việc của máy rồi mở lại, hoặc mở bằng khóa khôi phục (--recovery-key-file).</source>
   <translation>This account opens with the keyring of the operating system, but this session has no keyring. Log in to the desktop of the machine and open again, or open with the recovery key (--recovery-key-file).</translation>
  </message>
  <message>
   <source>Tài khoản đã khóa</source>
   <translation>Account disabled</translation>
  </message>
  <message>
   <source>Tài khoản “{name}” đã bị khóa và không mở lại được. Quản trị viên hãy tạo tài khoản mới cho người này (lệnh user add).</source>
   <translation>Account “{name}” has been disabled and cannot be enabled again. An administrator must add a new account for this person (command user add).</translation>
  </message>
  <message>
   <source>Tên cơ sở cần có từ 1 đến {limit} ký tự.</source>
   <translation>The name of the facility must have 1 to {limit} characters.</translation>
  </message>
  <message>
   <source>Tên cơ sở trống hoặc quá dài</source>
   <translation>Name of the facility empty or too long</translation>
  </message>
  <message>
   <source>Tên tài khoản không hợp lệ</source>
   <translation>Account name not valid</translation>
  </message>
  <message>
   <source>Tên tài khoản đã có</source>
   <translation>Account name already taken</translation>
  </message>
  <message>
   <source>Tên tài khoản “{name}” không hợp lệ: cần 1–{limit} chữ, số, dấu chấm, gạch ngang, gạch dưới hoặc khoảng trắng. Ví dụ: nguyen.van.duc.</source>
   <translation>Account name “{name}” is not valid: 1–{limit} letters, digits, full stops, hyphens, underscores or spaces are needed. Example: nguyen.van.duc.</translation>
  </message>
  <message>
   <source>Tệp dữ liệu bị hỏng. Hãy giữ nguyên tệp, đừng ghi tiếp, và khôi phục từ bản sao lưu gần nhất (lệnh restore).</source>
   <translation>The data file is damaged. Leave it as it is, write nothing more, and restore the latest backup (command restore).</translation>
  </message>
  <message>
   <source>Tệp dữ liệu do bản chương trình mới hơn tạo (cấu trúc {revision}); chưa có gì bị thay đổi. Hãy cài bản chương trình mới nhất.</source>
   <translation>The data file was made by a newer version of the program (schema {revision}); nothing has been changed. Install the newest version.</translation>
  </message>
  <message>
   <source>Tệp dữ liệu này đã có hồ sơ cơ sở. Mỗi tệp chỉ có một hồ sơ; hãy sửa hồ sơ đang có.</source>
   <translation>This data file already has a facility profile. There is only one in each file; edit the one that is there.</translation>
  </message>
  <message>
   <source>Tệp dữ liệu đang dùng không còn nguyên vẹn nên không tạo bản sao lưu mới. Hãy giữ các bản sao lưu cũ, đừng ghi tiếp, và khôi phục từ bản gần nhất (lệnh restore).</source>
   <translation>The data file in use is no longer whole, so no new backup is made. Keep the old backups, write nothing more, and restore the latest one (command restore).</translation>
  </message>
  <message>
   <source>Tệp khóa không thuộc tệp dữ liệu này. Hãy đặt lại đúng cặp tệp facility.db và facility.keys, hoặc khôi phục cả hai từ bản sao lưu gần nhất (lệnh restore).</source>
   <translation>The key file does not belong to this data file. Put the matching pair facility.db and facility.keys back, or restore both from the latest backup (command restore).</translation>
  </message>
  <message>
   <source>Tệp khóa {file} bị hỏng hoặc bị cắt cụt. Hãy giữ nguyên tệp và lấy lại tệp này từ bản sao lưu gần nhất (lệnh restore).</source>
   <translation>The key file {file} is damaged or cut short. Leave it as it is and recover it from the latest backup (command restore).</translation>
  </message>
  <message>
   <source>Tệp khóa {file} bị sửa ngoài chương trình. Đừng dùng tiếp; hãy báo người phụ trách an toàn thông tin và lấy lại tệp này từ bản sao lưu (lệnh restore).</source>
   <translation>The key file {file} has been altered outside the program. Stop using it; report to the information security officer and recover the file from a backup (command restore).</translation>
  </message>
  <message>
   <source>Tệp khóa {file} do bản chương trình mới hơn ghi. Hãy cài bản chương trình mới nhất rồi mở lại.</source>
   <translation>The key file {file} was written by a newer version of the program. Install the newest version and open again.</translation>
  </message>
  <message>
   <source>Tệp {file} bị hỏng hoặc bị cắt cụt. Hãy giữ nguyên tệp và khôi phục từ bản sao lưu gần nhất (lệnh restore).</source>
   <translation>File {file} is damaged or cut short. Leave it as it is and restore the latest backup (command restore).</translation>
  </message>
  <message>
   <source>Tệp {file} không được mã hóa nên chương trình không mở. Hãy khôi phục từ bản sao lưu của chương trình (lệnh restore).</source>
   <translation>File {file} is not encrypted, so the program does not open it. Restore a backup made by the program (command restore).</translation>
  </message>
  <message>
   <source>Vai trò không có</source>
   <translation>No such role</translation>
  </message>
  <message>
   <source>Việc nâng cấp không giữ được mọi dòng dữ liệu ({tables}) nên đã hủy; tệp dữ liệu vẫn như cũ. Hãy gửi tệp ghi sự cố (thư mục logs) cho người hỗ trợ.</source>
   <translation>The upgrade would not have kept every row of data ({tables}) and was called off; the data file is as before. Send the log file (folder logs) to support.</translation>
  </message>
  <message>
   <source>không còn bước nào</source>
   <translation>no step is left</translation>
  </message>
  <message>
   <source>không rõ</source>
   <translation>unknown</translation>
  </message>
  <message>
   <source>liên kết giữa các bảng</source>
   <translation>references between tables</translation>
  </message>
  <message>
   <source>Đang ở trạng thái “{state}” nên không thể “{verb}”. Bước có thể làm: {possible}.</source>
   <translation>In the state “{state}” the step “{verb}” is not possible. Possible steps: {possible}.</translation>
  </message>
  <message>
   <source>Đang ở trạng thái “{state}”, chưa đủ điều kiện để “{verb}”. Cần: {condition}.</source>
   <translation>In the state “{state}” the conditions for “{verb}” are not met. Needed: {condition}.</translation>
  </message>
  <message>
   <source>Đã có tài khoản “{name}”. Hãy chọn tên khác, hoặc cấp lại mật khẩu cho tài khoản đó (lệnh user reset).</source>
   <translation>There is already an account “{name}”. Choose another name, or reset the password of that account (command user reset).</translation>
  </message>
  <message>
   <source>Đã lưu, đừng nhập lại; nhưng bước tiếp theo chưa xong: {reason}</source>
   <translation>Saved, do not enter it again; but a step after it did not finish: {reason}</translation>
  </message>
  <message>
   <source>Đổi khóa đã dừng vì bản mã hóa mới không giống tệp gốc, hoặc tệp gốc đang có người dùng; dữ liệu vẫn như cũ. Hãy đóng mọi cửa sổ của chương trình, chạy lệnh check, rồi làm lại.</source>
   <translation>The change of the data key stopped because the newly encrypted copy differs from the original file, or the original file is in use; the data is as before. Close every window of the program, run the command check, then try again.</translation>
  </message>
  <message>
   <source>Ổ đĩa báo lỗi khi đọc hoặc ghi {file} ({reason}). Hãy kiểm tra ổ đĩa và dây cắm, sao lưu ra ổ khác (lệnh backup now --to) rồi làm lại.</source>
   <translation>The disk reported a fault when reading or writing {file} ({reason}). Check the disk and its cable, back up to another disk (command backup now --to) and try again.</translation>
  </message>
  <message>
   <source>Ổ đĩa báo lỗi, chưa ghi được gì. Hãy kiểm tra ổ đĩa, sao lưu ra ổ khác (lệnh backup now --to) rồi làm lại.</source>
   <translation>The disk reported a fault; nothing has been written. Check the disk, back up to another disk (command backup now --to) and try again.</translation>
  </message>
  <message>
   <source>Ổ đĩa chứa {place} không đủ chỗ: cần {needed} MB, còn trống {free} MB. Chưa ghi gì. Hãy xóa bớt tệp không cần rồi làm lại.</source>
   <translation>The disk that holds {place} has too little space: {needed} MB are needed, {free} MB are free. Nothing has been written. Delete files that are not needed and try again.</translation>
  </message>
  <message>
   <source>Ổ đĩa đã đầy nên không ghi được {file}. Hãy xóa bớt tệp không cần rồi làm lại.</source>
   <translation>The disk is full, so {file} could not be written. Delete files that are not needed and try again.</translation>
  </message>
  <message>
   <source>Ổ đĩa đã đầy, chưa ghi được gì. Hãy xóa bớt tệp không cần rồi làm lại.</source>
   <translation>The disk is full; nothing has been written. Delete files that are not needed and try again.</translation>
  </message>
  <message>
   <source>“{text}” không nhận giá trị {value}. Hãy chọn một giá trị khác.</source>
   <translation>“{text}” does not take the value {value}. Choose another value.</translation>
  </message>
  <message>
   <source>“{value}” không phải số tiền đồng. Hãy ghi số nguyên không dấu, nếu cần thì chấm giữa từng nhóm ba chữ số, ví dụ 2.024.000.</source>
   <translation>“{value}” is not an amount in dong. Write a whole number without a sign, if need be with a full stop between groups of three digits, for example 2.024.000.</translation>
  </message>
 </context>
 <context>
  <name>findings</name>
  <message>
   <source>Bản sao lưu gần nhất đã {days} ngày (ngày {last}). Hãy sao lưu (lệnh backup now).</source>
   <translation>The latest backup is {days} days old (made on {last}). Make a backup (command backup now).</translation>
  </message>
  <message>
   <source>Bảng {table} có {count} dòng trỏ tới dòng không tồn tại. Hãy gửi kết quả này cho người hỗ trợ; đừng sửa tay.</source>
   <translation>Table {table} has {count} rows that refer to rows that do not exist. Send this result to support; do not mend it by hand.</translation>
  </message>
  <message>
   <source>Chưa có bản sao lưu nào. Hãy sao lưu ngay (lệnh backup now).</source>
   <translation>There is no backup yet. Make one now (command backup now).</translation>
  </message>
  <message>
   <source>Chương trình không biết cấu trúc {revision} của tệp dữ liệu. Hãy cài bản chương trình mới nhất.</source>
   <translation>The program does not know schema {revision} of the data file. Install the newest version of the program.</translation>
  </message>
  <message>
   <source>Cấu trúc tệp dữ liệu là {revision}, cấu trúc mới nhất là {head}. Hãy chạy lệnh migrate.</source>
   <translation>The schema of the data file is {revision}, the newest schema is {head}. Run the command migrate.</translation>
  </message>
  <message>
   <source>Khóa thiết bị nằm trong một tệp của tài khoản hệ điều hành, yếu hơn kho khóa của hệ điều hành. Nếu máy có kho khóa, hãy bật kho khóa rồi đổi mật khẩu của mình (lệnh user password) và cấp lại mật khẩu cho người khác (lệnh user reset).</source>
   <translation>The device secret is kept in a file of the operating system account, which is weaker than the keyring of the operating system. If the machine has a keyring, turn it on, then change your own password (command user password) and reset the passwords of the others (command user reset).</translation>
  </message>
  <message>
   <source>Lần đổi khóa dữ liệu trước chưa xong; dữ liệu vẫn mở được. Hãy đổi khóa lần nữa (lệnh rekey).</source>
   <translation>The last change of the data key did not finish; the data still opens. Change the key once more (command rekey).</translation>
  </message>
  <message>
   <source>Mốc đối chiếu chậm {count} dòng so với tệp; lần lưu tới sẽ theo kịp.</source>
   <translation>The anchor is {count} entries behind the file; it catches up with the next save.</translation>
  </message>
  <message>
   <source>Mốc đối chiếu của tài khoản hệ điều hành này đã mất, dù nhật ký ghi là đã lập. Hãy kiểm tra nhật ký (lệnh audit verify) và báo người phụ trách an toàn thông tin; khi đã xét xong, quản trị viên lập mốc mới bằng lệnh audit accept --reason LÝ_DO.</source>
   <translation>The anchor of this operating system account is gone, although the audit trail says that one was set. Verify the audit trail (command audit verify) and report to the information security officer; once the officer has judged it, an administrator sets a new anchor with audit accept --reason REASON.</translation>
  </message>
  <message>
   <source>Mốc đối chiếu trên máy này bị hỏng hoặc bị sửa. Hãy kiểm tra nhật ký (lệnh audit verify) và báo người phụ trách an toàn thông tin; khi đã xét xong, quản trị viên lập mốc mới bằng lệnh audit accept --reason LÝ_DO.</source>
   <translation>The anchor on this machine is damaged or has been altered. Verify the audit trail (command audit verify) and report to the information security officer; once the officer has judged it, an administrator sets a new anchor with audit accept --reason REASON.</translation>
  </message>
  <message>
   <source>Nhật ký bị sửa ngoài chương trình: dòng đầu tiên không khớp là dòng {entry}. Hãy giữ nguyên tệp và báo người phụ trách an toàn thông tin; người đó quyết định khôi phục từ bản sao lưu (lệnh restore) hay chấp nhận tệp này (lệnh audit accept --reason LÝ_DO).</source>
   <translation>The audit trail has been altered outside the program: the first entry that does not match is entry {entry}. Leave the file as it is and report to the information security officer; the officer decides whether to restore from a backup (command restore) or to accept this file (audit accept --reason REASON).</translation>
  </message>
  <message>
   <source>Nhật ký không khớp mốc đối chiếu ở dòng {entry}: đây không phải tệp mà máy này đã ghi. Hãy ngừng gửi dữ liệu và báo người phụ trách an toàn thông tin; nếu xét xong mà vẫn dùng tệp này, quản trị viên chạy lệnh audit accept --reason LÝ_DO.</source>
   <translation>The audit trail does not match the anchor at entry {entry}: this is not the file this machine has written. Stop sending data and report to the information security officer; if it is then decided to go on with this file, an administrator runs audit accept --reason REASON.</translation>
  </message>
  <message>
   <source>Nhật ký thiếu phần cuối: tệp chỉ còn {rows} dòng, ít hơn mốc đối chiếu. Có thể tệp dữ liệu đã bị thay bằng bản cũ. Hãy giữ nguyên tệp và báo người phụ trách an toàn thông tin; nếu xét xong mà vẫn dùng tệp này, quản trị viên chạy lệnh audit accept --reason LÝ_DO.</source>
   <translation>The end of the audit trail is missing: the file has only {rows} entries, fewer than the anchor records. The data file may have been replaced by an old copy. Leave the file as it is and report to the information security officer; if it is then decided to go on with this file, an administrator runs audit accept --reason REASON.</translation>
  </message>
  <message>
   <source>Thay đổi của bảng {table} không tới hàng chờ gửi, nên sẽ không lên tỉnh. Hãy ngừng nhập liệu và báo người hỗ trợ.</source>
   <translation>Changes of table {table} do not reach the queue for sending and so will not reach the province. Stop entering data and report to support.</translation>
  </message>
  <message>
   <source>Thiếu hoặc sai {count} trigger trong tệp dữ liệu, ví dụ {first}: thay đổi có thể không được ghi nhận. Hãy ngừng nhập liệu và báo người hỗ trợ.</source>
   <translation>{count} triggers of the data file are missing or wrong, for example {first}: changes may go unrecorded. Stop entering data and report to support.</translation>
  </message>
  <message>
   <source>Thư viện SQLite {version} có lỗi có thể làm mất dữ liệu; cần bản {needed} trở lên. Hãy cài lại chương trình từ bộ cài đầy đủ.</source>
   <translation>SQLite library {version} has a fault that can lose data; version {needed} or later is needed. Install the program again from the full installer.</translation>
  </message>
  <message>
   <source>Thư viện SQLite {version}.</source>
   <translation>SQLite library {version}.</translation>
  </message>
  <message>
   <source>Tài khoản hệ điều hành này chưa có mốc đối chiếu cho tệp dữ liệu. Trên máy mới thì bình thường; nếu không phải máy mới, hãy báo quản trị viên.</source>
   <translation>This operating system account has no anchor for the data file yet. On a new machine this is normal; if it is not a new machine, report to an administrator.</translation>
  </message>
  <message>
   <source>Tệp dữ liệu bị hỏng ở {count} chỗ. Hãy giữ nguyên tệp, đừng ghi tiếp, và khôi phục từ bản sao lưu gần nhất (lệnh restore).</source>
   <translation>The data file is damaged in {count} places. Leave it as it is, write nothing more, and restore the latest backup (command restore).</translation>
  </message>
  <message>
   <source>Tệp dữ liệu cũ hơn mốc đối chiếu trên máy này hoặc thuộc đời dữ liệu khác (mốc: {known} dòng nhật ký, tệp: {now} dòng). Có thể tệp đã bị thay bằng bản khác. Hãy ngừng gửi dữ liệu và báo người phụ trách an toàn thông tin; nếu xét xong mà vẫn dùng tệp này, quản trị viên chạy lệnh audit accept --reason LÝ_DO.</source>
   <translation>The data file is older than the anchor on this machine or belongs to another data epoch (anchor: {known} entries of the audit trail, file: {now}). The file may have been replaced by another copy. Stop sending data and report to the information security officer; if it is then decided to go on with this file, an administrator runs audit accept --reason REASON.</translation>
  </message>
  <message>
   <source>{count} ngăn khóa không còn thuộc tài khoản nào được đăng nhập. Lần mở chương trình tới sẽ tự gỡ.</source>
   <translation>{count} key slots no longer belong to any account that may sign in. They are removed the next time the program is opened.</translation>
  </message>
  <message>
   <source>{count} ngăn khóa trong tệp khóa bị hỏng. Hãy cấp lại mật khẩu cho người không đăng nhập được (lệnh user reset), hoặc lập khóa khôi phục mới (lệnh rekey --recovery).</source>
   <translation>{count} key slots in the key file are damaged. Reset the password of whoever cannot sign in (command user reset), or make a new recovery key (command rekey --recovery).</translation>
  </message>
  <message>
   <source>{count} tài khoản không có ngăn khóa nên không đăng nhập được. Quản trị viên hãy cấp lại mật khẩu (lệnh user reset).</source>
   <translation>{count} accounts have no key slot and cannot sign in. An administrator must reset their passwords (command user reset).</translation>
  </message>
  <message>
   <source>Đồng hồ máy chỉ {today}, không thể đúng. Hãy chỉnh ngày giờ của máy.</source>
   <translation>The clock of the machine says {today}, which cannot be right. Set the date and time of the machine.</translation>
  </message>
  <message>
   <source>Đồng hồ máy chỉ {today}, trước cả ngày phát hành chương trình. Pin đồng hồ của máy có thể đã hết. Hãy chỉnh ngày giờ của máy.</source>
   <translation>The clock of the machine says {today}, before this program was even released. The battery of its clock may be empty. Set the date and time of the machine.</translation>
  </message>
  <message>
   <source>Đồng hồ máy chỉ {today}, trước lần ghi cuối trong dữ liệu ({last}). Hãy chỉnh ngày giờ của máy; thứ tự ghi vẫn được giữ theo số thứ tự.</source>
   <translation>The clock of the machine says {today}, before the last entry in the data ({last}). Set the date and time of the machine; the order of entries is still kept by their numbers.</translation>
  </message>
  <message>
   <source>Ổ đĩa còn trống {free} MB; làm việc và sao lưu cần khoảng {needed} MB. Hãy xóa bớt tệp không cần.</source>
   <translation>The disk has {free} MB free; work and backups need about {needed} MB. Delete files that are not needed.</translation>
  </message>
 </context>
 <context>
  <name>head_titles</name>
  <message>
   <source>Hiệu trưởng</source>
   <translation>Principal</translation>
  </message>
  <message>
   <source>Người đứng đầu</source>
   <translation>Head</translation>
  </message>
  <message>
   <source>Trưởng cơ sở</source>
   <translation>Head of facility</translation>
  </message>
 </context>
 <context>
  <name>permissions</name>
  <message>
   <source>Khôi phục từ bản sao lưu</source>
   <translation>Restore from a backup</translation>
  </message>
  <message>
   <source>Kiểm tra tệp dữ liệu</source>
   <translation>Check the data file</translation>
  </message>
  <message>
   <source>Nâng cấp cấu trúc dữ liệu</source>
   <translation>Upgrade the schema</translation>
  </message>
  <message>
   <source>Quản lý tài khoản</source>
   <translation>Manage accounts</translation>
  </message>
  <message>
   <source>Sao lưu và kiểm tra bản sao lưu</source>
   <translation>Make and verify backups</translation>
  </message>
  <message>
   <source>Sửa hồ sơ cơ sở</source>
   <translation>Edit the facility profile</translation>
  </message>
  <message>
   <source>Xem hồ sơ cơ sở</source>
   <translation>View the facility profile</translation>
  </message>
  <message>
   <source>Xem và kiểm tra nhật ký</source>
   <translation>View and verify the audit trail</translation>
  </message>
  <message>
   <source>Đăng nhập người dùng (chương trình tự làm)</source>
   <translation>Sign users in (done by the program itself)</translation>
  </message>
  <message>
   <source>Đổi khóa dữ liệu</source>
   <translation>Change the data key</translation>
  </message>
  <message>
   <source>Đổi mật khẩu của mình</source>
   <translation>Change one's own password</translation>
  </message>
 </context>
 <context>
  <name>roles</name>
  <message>
   <source>Bác sĩ</source>
   <translation>Doctor</translation>
  </message>
  <message>
   <source>Bảo vệ</source>
   <translation>Guard</translation>
  </message>
  <message>
   <source>Dược sĩ</source>
   <translation>Pharmacist</translation>
  </message>
  <message>
   <source>Giáo viên</source>
   <translation>Teacher</translation>
  </message>
  <message>
   <source>Gửi – nhận dữ liệu</source>
   <translation>Data exchange officer</translation>
  </message>
  <message>
   <source>Hoàn thành – bàn giao</source>
   <translation>Discharge officer</translation>
  </message>
  <message>
   <source>Kiểm tra</source>
   <translation>Auditor</translation>
  </message>
  <message>
   <source>Lao động trị liệu</source>
   <translation>Labour therapy officer</translation>
  </message>
  <message>
   <source>Người đứng đầu cơ sở</source>
   <translation>Head of facility</translation>
  </message>
  <message>
   <source>Phụ trách tổ</source>
   <translation>Team officer</translation>
  </message>
  <message>
   <source>Quản trị</source>
   <translation>Administrator</translation>
  </message>
  <message>
   <source>Thủ quỹ</source>
   <translation>Treasurer</translation>
  </message>
  <message>
   <source>Tiếp nhận</source>
   <translation>Intake officer</translation>
  </message>
  <message>
   <source>Tư vấn viên</source>
   <translation>Counsellor</translation>
  </message>
  <message>
   <source>Văn thư</source>
   <translation>Clerk</translation>
  </message>
  <message>
   <source>chỉ chính chương trình</source>
   <translation>only the program itself</translation>
  </message>
  <message>
   <source>Điều dưỡng</source>
   <translation>Nurse</translation>
  </message>
  <message>
   <source>Điều dưỡng trưởng</source>
   <translation>Chief nurse</translation>
  </message>
 </context>
 <context>
  <name>unit_kinds</name>
  <message>
   <source>Cơ sở cai nghiện ma túy công lập</source>
   <translation>Public drug rehabilitation facility</translation>
  </message>
  <message>
   <source>Cơ sở cai nghiện ma túy tư nhân</source>
   <translation>Private drug rehabilitation facility</translation>
  </message>
  <message>
   <source>Trường giáo dưỡng</source>
   <translation>Reform school</translation>
  </message>
 </context>
 <context>
  <name>verbs</name>
  <message>
   <source>Chấp nhận tệp đã khôi phục</source>
   <translation>Accept a restored file</translation>
  </message>
  <message>
   <source>Cấp lại mật khẩu</source>
   <translation>Reset a password</translation>
  </message>
  <message>
   <source>Ghi lần đăng nhập sai</source>
   <translation>Record failed sign-ins</translation>
  </message>
  <message>
   <source>Khóa tài khoản</source>
   <translation>Disable an account</translation>
  </message>
  <message>
   <source>Khôi phục</source>
   <translation>Restore</translation>
  </message>
  <message>
   <source>Kiểm tra</source>
   <translation>Check</translation>
  </message>
  <message>
   <source>Kiểm tra bản sao lưu</source>
   <translation>Verify a backup</translation>
  </message>
  <message>
   <source>Lập hồ sơ cơ sở</source>
   <translation>Create the facility profile</translation>
  </message>
  <message>
   <source>Lập khóa khôi phục mới</source>
   <translation>Make a new recovery key</translation>
  </message>
  <message>
   <source>Lập mốc đối chiếu</source>
   <translation>Set an anchor</translation>
  </message>
  <message>
   <source>Nâng cấp dữ liệu</source>
   <translation>Upgrade the data</translation>
  </message>
  <message>
   <source>Sao lưu</source>
   <translation>Back up</translation>
  </message>
  <message>
   <source>Sửa lệch ngăn khóa và tài khoản</source>
   <translation>Reconcile key slots and accounts</translation>
  </message>
  <message>
   <source>Thêm tài khoản</source>
   <translation>Add an account</translation>
  </message>
  <message>
   <source>Xóa giá trị trong nhật ký</source>
   <translation>Erase a value in the audit trail</translation>
  </message>
  <message>
   <source>Đổi khóa dữ liệu</source>
   <translation>Change the data key</translation>
  </message>
  <message>
   <source>Đổi mật khẩu</source>
   <translation>Change a password</translation>
  </message>
 </context>
</TS>
