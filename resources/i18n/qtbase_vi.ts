<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
 <context>
  <name>CloseButton</name>
  <message>
   <source>Close Tab</source>
   <translation>Đóng thẻ</translation>
  </message>
 </context>
 <context>
  <name>QAbstractFileIconProvider</name>
  <message>
   <source>Alias</source>
   <translation>Lối tắt</translation>
  </message>
  <message>
   <source>Drive</source>
   <translation>Ổ đĩa</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Tệp</translation>
  </message>
  <message>
   <source>File Folder</source>
   <translation>Thư mục</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Thư mục</translation>
  </message>
  <message>
   <source>Shortcut</source>
   <translation>Lối tắt</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>Không rõ</translation>
  </message>
 </context>
 <context>
  <name>QAbstractSpinBox</name>
  <message>
   <source>&amp;Select All</source>
   <translation>&amp;Chọn tất cả</translation>
  </message>
  <message>
   <source>&amp;Step up</source>
   <translation>&amp;Tăng</translation>
  </message>
  <message>
   <source>Step &amp;down</source>
   <translation>&amp;Giảm</translation>
  </message>
 </context>
 <context>
  <name>QAccessibleActionInterface</name>
  <message>
   <source>Decrease</source>
   <translation>Giảm</translation>
  </message>
  <message>
   <source>Decrease the value</source>
   <translation>Giảm giá trị</translation>
  </message>
  <message>
   <source>Goes back a page</source>
   <translation>Về trang trước</translation>
  </message>
  <message>
   <source>Goes to the next page</source>
   <translation>Sang trang sau</translation>
  </message>
  <message>
   <source>Increase</source>
   <translation>Tăng</translation>
  </message>
  <message>
   <source>Increase the value</source>
   <translation>Tăng giá trị</translation>
  </message>
  <message>
   <source>Next Page</source>
   <translation>Trang sau</translation>
  </message>
  <message>
   <source>Press</source>
   <translation>Nhấn</translation>
  </message>
  <message>
   <source>Previous Page</source>
   <translation>Trang trước</translation>
  </message>
  <message>
   <source>Scroll Down</source>
   <translation>Cuộn xuống</translation>
  </message>
  <message>
   <source>Scroll Left</source>
   <translation>Cuộn sang trái</translation>
  </message>
  <message>
   <source>Scroll Right</source>
   <translation>Cuộn sang phải</translation>
  </message>
  <message>
   <source>Scroll Up</source>
   <translation>Cuộn lên</translation>
  </message>
  <message>
   <source>Scrolls down</source>
   <translation>Cuộn xuống</translation>
  </message>
  <message>
   <source>Scrolls to the left</source>
   <translation>Cuộn sang trái</translation>
  </message>
  <message>
   <source>Scrolls to the right</source>
   <translation>Cuộn sang phải</translation>
  </message>
  <message>
   <source>Scrolls up</source>
   <translation>Cuộn lên</translation>
  </message>
  <message>
   <source>SetFocus</source>
   <translation>Chuyển con trỏ</translation>
  </message>
  <message>
   <source>Sets the focus</source>
   <translation>Chuyển con trỏ tới đây</translation>
  </message>
  <message>
   <source>ShowMenu</source>
   <translation>Mở trình đơn</translation>
  </message>
  <message>
   <source>Shows the menu</source>
   <translation>Mở trình đơn</translation>
  </message>
  <message>
   <source>Toggle</source>
   <translation>Bật hoặc tắt</translation>
  </message>
  <message>
   <source>Toggles the state</source>
   <translation>Bật hoặc tắt</translation>
  </message>
  <message>
   <source>Triggers the action</source>
   <translation>Thực hiện</translation>
  </message>
 </context>
 <context>
  <name>QColorDialog</name>
  <message>
   <source>&amp;Add to Custom Colors</source>
   <translation>&amp;Thêm vào màu riêng</translation>
  </message>
  <message>
   <source>&amp;Basic colors</source>
   <translation>Màu &amp;cơ bản</translation>
  </message>
  <message>
   <source>&amp;Custom colors</source>
   <translation>Màu &amp;riêng</translation>
  </message>
  <message>
   <source>&amp;Green:</source>
   <translation>&amp;Lục:</translation>
  </message>
  <message>
   <source>&amp;HTML:</source>
   <translation>&amp;HTML:</translation>
  </message>
  <message>
   <source>&amp;Pick Screen Color</source>
   <translation>Lấ&amp;y màu trên màn hình</translation>
  </message>
  <message>
   <source>&amp;Red:</source>
   <translation>Đỏ (&amp;O):</translation>
  </message>
  <message>
   <source>&amp;Sat:</source>
   <translation>Đậ&amp;m:</translation>
  </message>
  <message>
   <source>&amp;Val:</source>
   <translation>&amp;Sáng:</translation>
  </message>
  <message>
   <source>A&amp;lpha channel:</source>
   <translation>Độ đục (&amp;U):</translation>
  </message>
  <message>
   <source>Bl&amp;ue:</source>
   <translation>L&amp;am:</translation>
  </message>
  <message>
   <source>Cursor at %1, %2
Press ESC to cancel</source>
   <translation>Con trỏ ở %1, %2
Nhấn Esc để hủy</translation>
  </message>
  <message>
   <source>Hu&amp;e:</source>
   <translation>Sắc (&amp;K):</translation>
  </message>
  <message>
   <source>Select Color</source>
   <translation>Chọn màu</translation>
  </message>
 </context>
 <context>
  <name>QComboBox</name>
  <message>
   <source>False</source>
   <translation>Sai</translation>
  </message>
  <message>
   <source>Open the combo box selection popup</source>
   <translation>Mở danh sách để chọn</translation>
  </message>
  <message>
   <source>True</source>
   <translation>Đúng</translation>
  </message>
 </context>
 <context>
  <name>QCupsJobWidget</name>
  <message>
   <source>&amp;Billing information:</source>
   <translation>Thông tin tính &amp;phí:</translation>
  </message>
  <message>
   <source>&amp;End:</source>
   <translation>Tran&amp;g cuối:</translation>
  </message>
  <message>
   <source>&amp;Start:</source>
   <translation>Trang đầ&amp;u:</translation>
  </message>
  <message>
   <source>Banner Pages</source>
   <translation>Trang bìa lần in</translation>
  </message>
  <message>
   <source>Classified</source>
   <translation>Lưu hành hạn chế</translation>
  </message>
  <message>
   <source>Confidential</source>
   <translation>Mật</translation>
  </message>
  <message>
   <source>Day (06:00 to 17:59)</source>
   <translation>Ban ngày (06:00 đến 17:59)</translation>
  </message>
  <message>
   <source>Hold Indefinitely</source>
   <translation>Giữ lại, chưa in</translation>
  </message>
  <message>
   <source>Job</source>
   <translation>Lần in</translation>
  </message>
  <message>
   <source>Job &amp;priority:</source>
   <translation>&amp;Mức ưu tiên:</translation>
  </message>
  <message>
   <source>Job Control</source>
   <translation>Điều khiển lần in</translation>
  </message>
  <message>
   <source>Night (18:00 to 05:59)</source>
   <translation>Ban đêm (18:00 đến 05:59)</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Không</translation>
  </message>
  <message>
   <source>Print Immediately</source>
   <translation>In ngay</translation>
  </message>
  <message>
   <source>Scheduled &amp;printing:</source>
   <translation>&amp;Hẹn giờ in:</translation>
  </message>
  <message>
   <source>Second Shift (16:00 to 23:59)</source>
   <translation>Ca hai (16:00 đến 23:59)</translation>
  </message>
  <message>
   <source>Secret</source>
   <translation>Tối mật</translation>
  </message>
  <message>
   <source>Specific Time</source>
   <translation>Giờ đã định</translation>
  </message>
  <message>
   <source>Standard</source>
   <translation>Thường</translation>
  </message>
  <message>
   <source>Third Shift (00:00 to 07:59)</source>
   <translation>Ca ba (00:00 đến 07:59)</translation>
  </message>
  <message>
   <source>Top Secret</source>
   <translation>Tuyệt mật</translation>
  </message>
  <message>
   <source>Unclassified</source>
   <translation>Không mật</translation>
  </message>
  <message>
   <source>Weekend (Saturday to Sunday)</source>
   <translation>Cuối tuần (thứ Bảy và Chủ nhật)</translation>
  </message>
 </context>
 <context>
  <name>QCupsPrinterSupport</name>
  <message>
   <source>Authentication Needed</source>
   <translation>Cần đăng nhập máy in</translation>
  </message>
  <message>
   <source>Authentication needed to use %1 on %2.</source>
   <translation>Cần đăng nhập để dùng %1 trên %2.</translation>
  </message>
  <message>
   <source>Authentication needed to use %1.</source>
   <translation>Cần đăng nhập để dùng %1.</translation>
  </message>
  <message>
   <source>Password:</source>
   <translation>Mật khẩu:</translation>
  </message>
  <message>
   <source>Username:</source>
   <translation>Tên đăng nhập:</translation>
  </message>
 </context>
 <context>
  <name>QDialog</name>
  <message>
   <source>What's This?</source>
   <translation>Đây là gì?</translation>
  </message>
 </context>
 <context>
  <name>QDialogButtonBox</name>
  <message>
   <source>OK</source>
   <translation>Đồng ý</translation>
  </message>
 </context>
 <context>
  <name>QDockWidget</name>
  <message>
   <source>Close</source>
   <translation>Đóng</translation>
  </message>
  <message>
   <source>Closes the dock widget</source>
   <translation>Đóng khung này</translation>
  </message>
  <message>
   <source>Float</source>
   <translation>Tách rời</translation>
  </message>
  <message>
   <source>Undocks and re-attaches the dock widget</source>
   <translation>Tách khung ra hoặc gắn lại</translation>
  </message>
 </context>
 <context>
  <name>QErrorMessage</name>
  <message>
   <source>&amp;OK</source>
   <translation>Đồn&amp;g ý</translation>
  </message>
  <message>
   <source>&amp;Show this message again</source>
   <translation>&amp;Vẫn hiện thông báo này</translation>
  </message>
  <message>
   <source>An error occurred</source>
   <translation>Có lỗi xảy ra</translation>
  </message>
  <message>
   <source>Critical Error:</source>
   <translation>Lỗi nghiêm trọng:</translation>
  </message>
  <message>
   <source>Debug Message:</source>
   <translation>Thông tin gỡ lỗi:</translation>
  </message>
  <message>
   <source>Fatal Error:</source>
   <translation>Lỗi không thể tiếp tục:</translation>
  </message>
  <message>
   <source>Information:</source>
   <translation>Thông tin:</translation>
  </message>
  <message>
   <source>Warning:</source>
   <translation>Cảnh báo:</translation>
  </message>
 </context>
 <context>
  <name>QFileDialog</name>
  <message>
   <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
   <translation>%1
Không thấy thư mục này.
Hãy kiểm tra lại tên thư mục.</translation>
  </message>
  <message>
   <source>%1
File not found.
Please verify the correct file name was given.</source>
   <translation>%1
Không thấy tệp này.
Hãy kiểm tra lại tên tệp.</translation>
  </message>
  <message>
   <source>%1 already exists.
Do you want to replace it?</source>
   <translation>Đã có tệp %1.
Thay tệp đó?</translation>
  </message>
  <message>
   <source>&amp;Choose</source>
   <translation>&amp;Chọn</translation>
  </message>
  <message>
   <source>&amp;Delete</source>
   <translation>&amp;Xóa</translation>
  </message>
  <message>
   <source>&amp;Look in:</source>
   <translation>Tìm &amp;trong:</translation>
  </message>
  <message>
   <source>&amp;New Folder</source>
   <translation>Thư mục &amp;mới</translation>
  </message>
  <message>
   <source>&amp;Open</source>
   <translation>&amp;Mở</translation>
  </message>
  <message>
   <source>&amp;Rename</source>
   <translation>Đổ&amp;i tên</translation>
  </message>
  <message>
   <source>&amp;Save</source>
   <translation>&amp;Lưu</translation>
  </message>
  <message>
   <source>'%1' is write protected.
Do you want to delete it anyway?</source>
   <translation>“%1” được bảo vệ không cho ghi.
Vẫn xóa?</translation>
  </message>
  <message>
   <source>All Files (*)</source>
   <translation>Mọi tệp (*)</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>Mọi tệp (*)</translation>
  </message>
  <message>
   <source>Alt+Left</source>
   <translation>Alt+Left</translation>
  </message>
  <message>
   <source>Alt+Right</source>
   <translation>Alt+Right</translation>
  </message>
  <message>
   <source>Alt+Up</source>
   <translation>Alt+Up</translation>
  </message>
  <message>
   <source>Are you sure you want to delete '%1'?</source>
   <translation>Xóa “%1”?</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Trở lại</translation>
  </message>
  <message>
   <source>Change to detail view mode</source>
   <translation>Xem chi tiết</translation>
  </message>
  <message>
   <source>Change to list view mode</source>
   <translation>Xem danh sách</translation>
  </message>
  <message>
   <source>Could not delete directory.</source>
   <translation>Không xóa được thư mục.</translation>
  </message>
  <message>
   <source>Create New Folder</source>
   <translation>Tạo thư mục mới</translation>
  </message>
  <message>
   <source>Create a New Folder</source>
   <translation>Tạo thư mục mới</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Xóa</translation>
  </message>
  <message>
   <source>Detail View</source>
   <translation>Chi tiết</translation>
  </message>
  <message>
   <source>Directories</source>
   <translation>Thư mục</translation>
  </message>
  <message>
   <source>Directory:</source>
   <translation>Thư mục:</translation>
  </message>
  <message>
   <source>File &amp;name:</source>
   <translation>Tê&amp;n tệp:</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Tệp</translation>
  </message>
  <message>
   <source>Files of &amp;type:</source>
   <translation>&amp;Loại tệp:</translation>
  </message>
  <message>
   <source>Find Directory</source>
   <translation>Tìm thư mục</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>Tới</translation>
  </message>
  <message>
   <source>Go back</source>
   <translation>Trở lại</translation>
  </message>
  <message>
   <source>Go forward</source>
   <translation>Đi tới</translation>
  </message>
  <message>
   <source>Go to the parent directory</source>
   <translation>Lên thư mục trên</translation>
  </message>
  <message>
   <source>List View</source>
   <translation>Danh sách</translation>
  </message>
  <message>
   <source>List of places and bookmarks</source>
   <translation>Các nơi hay dùng</translation>
  </message>
  <message>
   <source>New Folder</source>
   <translation>Thư mục mới</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Mở</translation>
  </message>
  <message>
   <source>Parent Directory</source>
   <translation>Thư mục trên</translation>
  </message>
  <message>
   <source>Recent Places</source>
   <translation>Nơi vừa mở</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Bỏ khỏi danh sách</translation>
  </message>
  <message>
   <source>Save As</source>
   <translation>Lưu thành</translation>
  </message>
  <message>
   <source>Show </source>
   <translation>Hiện </translation>
  </message>
  <message>
   <source>Show &amp;hidden files</source>
   <translation>&amp;Hiện tệp ẩn</translation>
  </message>
  <message>
   <source>Sidebar</source>
   <translation>Thanh bên</translation>
  </message>
 </context>
 <context>
  <name>QFileSystemModel</name>
  <message>
   <source>%1 GB</source>
   <translation>%1 GB</translation>
  </message>
  <message>
   <source>%1 KB</source>
   <translation>%1 KB</translation>
  </message>
  <message>
   <source>%1 MB</source>
   <translation>%1 MB</translation>
  </message>
  <message>
   <source>%1 TB</source>
   <translation>%1 TB</translation>
  </message>
  <message>
   <source>%1 bytes</source>
   <translation>%1 byte</translation>
  </message>
  <message>
   <source>Computer</source>
   <translation>Máy tính</translation>
  </message>
  <message>
   <source>Date Modified</source>
   <translation>Ngày sửa</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Loại</translation>
  </message>
  <message>
   <source>My Computer</source>
   <translation>Máy tính</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Tên</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Cỡ</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>Loại</translation>
  </message>
 </context>
 <context>
  <name>QFontDialog</name>
  <message>
   <source>&amp;Font</source>
   <translation>&amp;Phông chữ</translation>
  </message>
  <message>
   <source>&amp;Size</source>
   <translation>&amp;Cỡ chữ</translation>
  </message>
  <message>
   <source>&amp;Underline</source>
   <translation>&amp;Gạch chân</translation>
  </message>
  <message>
   <source>Effects</source>
   <translation>Hiệu ứng</translation>
  </message>
  <message>
   <source>Font st&amp;yle</source>
   <translation>&amp;Kiểu chữ</translation>
  </message>
  <message>
   <source>Sample</source>
   <translation>Chữ mẫu</translation>
  </message>
  <message>
   <source>Select Font</source>
   <translation>Chọn phông chữ</translation>
  </message>
  <message>
   <source>Stri&amp;keout</source>
   <translation>Gạch n&amp;gang</translation>
  </message>
  <message>
   <source>Wr&amp;iting System</source>
   <translation>&amp;Hệ chữ viết</translation>
  </message>
 </context>
 <context>
  <name>QGnomeTheme</name>
  <message>
   <source>&amp;Cancel</source>
   <translation>&amp;Hủy</translation>
  </message>
  <message>
   <source>&amp;Close</source>
   <translation>Đón&amp;g</translation>
  </message>
  <message>
   <source>&amp;OK</source>
   <translation>Đồn&amp;g ý</translation>
  </message>
  <message>
   <source>&amp;Save</source>
   <translation>&amp;Lưu</translation>
  </message>
  <message>
   <source>Close without Saving</source>
   <translation>Đóng, không lưu</translation>
  </message>
 </context>
 <context>
  <name>QInputDialog</name>
  <message>
   <source>Enter a value:</source>
   <translation>Nhập giá trị:</translation>
  </message>
 </context>
 <context>
  <name>QKeySequenceEdit</name>
  <message>
   <source>%1, ...</source>
   <translation>%1, …</translation>
  </message>
  <message>
   <source>Press shortcut</source>
   <translation>Nhấn tổ hợp phím</translation>
  </message>
 </context>
 <context>
  <name>QLineEdit</name>
  <message>
   <source>&amp;Copy</source>
   <translation>&amp;Sao chép</translation>
  </message>
  <message>
   <source>&amp;Paste</source>
   <translation>&amp;Dán</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>&amp;Làm lại</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>&amp;Hoàn tác</translation>
  </message>
  <message>
   <source>Cu&amp;t</source>
   <translation>Cắ&amp;t</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Xóa</translation>
  </message>
  <message>
   <source>Select All</source>
   <translation>Chọn tất cả</translation>
  </message>
 </context>
 <context>
  <name>QMdiSubWindow</name>
  <message>
   <source>&amp;Close</source>
   <translation>Đón&amp;g</translation>
  </message>
  <message>
   <source>&amp;Move</source>
   <translation>&amp;Di chuyển</translation>
  </message>
  <message>
   <source>&amp;Restore</source>
   <translation>&amp;Khôi phục</translation>
  </message>
  <message>
   <source>&amp;Size</source>
   <translation>Đổi &amp;cỡ</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Đóng</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Trợ giúp</translation>
  </message>
  <message>
   <source>Ma&amp;ximize</source>
   <translation>&amp;Phóng to</translation>
  </message>
  <message>
   <source>Maximize</source>
   <translation>Phóng to</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>Trình đơn</translation>
  </message>
  <message>
   <source>Mi&amp;nimize</source>
   <translation>&amp;Thu nhỏ</translation>
  </message>
  <message>
   <source>Minimize</source>
   <translation>Thu nhỏ</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Khôi phục</translation>
  </message>
  <message>
   <source>Restore Down</source>
   <translation>Thu lại</translation>
  </message>
  <message>
   <source>Stay on &amp;Top</source>
   <translation>&amp;Luôn ở trên</translation>
  </message>
 </context>
 <context>
  <name>QMessageBox</name>
  <message>
   <source>&lt;h3&gt;About Qt&lt;/h3&gt;&lt;p&gt;This program uses Qt version %1.&lt;/p&gt;</source>
   <translation>&lt;h3&gt;Giới thiệu Qt&lt;/h3&gt;&lt;p&gt;Chương trình này dùng Qt phiên bản %1.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>About Qt</source>
   <translation>Giới thiệu Qt</translation>
  </message>
  <message>
   <source>Hide Details...</source>
   <translation>Ẩn chi tiết…</translation>
  </message>
  <message>
   <source>Show Details...</source>
   <translation>Xem chi tiết…</translation>
  </message>
 </context>
 <context>
  <name>QPageSetupWidget</name>
  <message>
   <source>CC</source>
   <translation>CC</translation>
  </message>
  <message>
   <source>Cicero (CC)</source>
   <translation>Cicero (CC)</translation>
  </message>
  <message>
   <source>Custom</source>
   <translation>Tùy chỉnh</translation>
  </message>
  <message>
   <source>DD</source>
   <translation>DD</translation>
  </message>
  <message>
   <source>Didot (DD)</source>
   <translation>Didot (DD)</translation>
  </message>
  <message>
   <source>Form</source>
   <translation>Biểu mẫu</translation>
  </message>
  <message>
   <source>Height:</source>
   <translation>Chiều cao:</translation>
  </message>
  <message>
   <source>Inches (in)</source>
   <translation>Inch (in)</translation>
  </message>
  <message>
   <source>Landscape</source>
   <translation>Khổ ngang</translation>
  </message>
  <message>
   <source>Margins</source>
   <translation>Lề</translation>
  </message>
  <message>
   <source>Millimeters (mm)</source>
   <translation>Milimét (mm)</translation>
  </message>
  <message>
   <source>Orientation</source>
   <translation>Hướng giấy</translation>
  </message>
  <message>
   <source>Page &amp;order:</source>
   <translation>T&amp;hứ tự trang:</translation>
  </message>
  <message>
   <source>Page Layout</source>
   <translation>Bố trí trang</translation>
  </message>
  <message>
   <source>Page size:</source>
   <translation>Khổ giấy:</translation>
  </message>
  <message>
   <source>Pages &amp;per sheet:</source>
   <translation>&amp;Số trang mỗi tờ:</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Giấy</translation>
  </message>
  <message>
   <source>Paper source:</source>
   <translation>Khay giấy:</translation>
  </message>
  <message>
   <source>Pica (P̸)</source>
   <translation>Pica (P̸)</translation>
  </message>
  <message>
   <source>Points (pt)</source>
   <translation>Điểm (pt)</translation>
  </message>
  <message>
   <source>Portrait</source>
   <translation>Khổ dọc</translation>
  </message>
  <message>
   <source>P̸</source>
   <translation>P̸</translation>
  </message>
  <message>
   <source>Reverse landscape</source>
   <translation>Khổ ngang, ngược</translation>
  </message>
  <message>
   <source>Reverse portrait</source>
   <translation>Khổ dọc, ngược</translation>
  </message>
  <message>
   <source>Width:</source>
   <translation>Chiều rộng:</translation>
  </message>
  <message>
   <source>bottom margin</source>
   <translation>lề dưới</translation>
  </message>
  <message>
   <source>in</source>
   <translation>in</translation>
  </message>
  <message>
   <source>left margin</source>
   <translation>lề trái</translation>
  </message>
  <message>
   <source>mm</source>
   <translation>mm</translation>
  </message>
  <message>
   <source>pt</source>
   <translation>pt</translation>
  </message>
  <message>
   <source>right margin</source>
   <translation>lề phải</translation>
  </message>
  <message>
   <source>top margin</source>
   <translation>lề trên</translation>
  </message>
 </context>
 <context>
  <name>QPageSize</name>
  <message>
   <source>Custom</source>
   <translation>Tùy chỉnh</translation>
  </message>
  <message>
   <source>Custom (%1in x %2in)</source>
   <translation>Tùy chỉnh (%1 × %2 in)</translation>
  </message>
  <message>
   <source>Custom (%1mm x %2mm)</source>
   <translation>Tùy chỉnh (%1 × %2 mm)</translation>
  </message>
  <message>
   <source>Custom (%1pt x %2pt)</source>
   <translation>Tùy chỉnh (%1 × %2 pt)</translation>
  </message>
  <message>
   <source>Envelope C5</source>
   <translation>Phong bì C5</translation>
  </message>
  <message>
   <source>Envelope C6</source>
   <translation>Phong bì C6</translation>
  </message>
  <message>
   <source>Envelope DL</source>
   <translation>Phong bì DL</translation>
  </message>
  <message>
   <source>Postcard</source>
   <translation>Bưu thiếp</translation>
  </message>
 </context>
 <context>
  <name>QPlatformTheme</name>
  <message>
   <source>&amp;No</source>
   <translation>&amp;Không</translation>
  </message>
  <message>
   <source>&amp;Yes</source>
   <translation>&amp;Có</translation>
  </message>
  <message>
   <source>Abort</source>
   <translation>Dừng</translation>
  </message>
  <message>
   <source>Apply</source>
   <translation>Áp dụng</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Hủy</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Đóng</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Bỏ, không lưu</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Trợ giúp</translation>
  </message>
  <message>
   <source>Ignore</source>
   <translation>Bỏ qua</translation>
  </message>
  <message>
   <source>N&amp;o to All</source>
   <translation>K&amp;hông cho tất cả</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>Đồng ý</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Mở</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>Đặt lại</translation>
  </message>
  <message>
   <source>Restore Defaults</source>
   <translation>Về mặc định</translation>
  </message>
  <message>
   <source>Retry</source>
   <translation>Thử lại</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Lưu</translation>
  </message>
  <message>
   <source>Save All</source>
   <translation>Lưu tất cả</translation>
  </message>
  <message>
   <source>Yes to &amp;All</source>
   <translation>Có cho &amp;tất cả</translation>
  </message>
 </context>
 <context>
  <name>QPrintDialog</name>
  <message>
   <source>%1 already exists.
Do you want to overwrite it?</source>
   <translation>Đã có tệp %1.
Ghi đè lên?</translation>
  </message>
  <message>
   <source>%1 does not follow the correct syntax. Please use ',' to separate ranges and pages, '-' to define ranges and make sure ranges do not intersect with each other.</source>
   <translation>“%1” không đúng cách ghi. Hãy dùng dấu phẩy giữa các trang hoặc khoảng trang, dấu gạch nối cho khoảng trang, và các khoảng không được chồng lên nhau.</translation>
  </message>
  <message>
   <source>%1 is a directory.
Please choose a different file name.</source>
   <translation>%1 là thư mục.
Hãy chọn tên tệp khác.</translation>
  </message>
  <message>
   <source>&amp;Options &lt;&lt;</source>
   <translation>&amp;Tùy chọn &lt;&lt;</translation>
  </message>
  <message>
   <source>&amp;Options &gt;&gt;</source>
   <translation>&amp;Tùy chọn &gt;&gt;</translation>
  </message>
  <message>
   <source>&amp;Print</source>
   <translation>&amp;In</translation>
  </message>
  <message>
   <source>1 (1x1)</source>
   <translation>1 (1×1)</translation>
  </message>
  <message>
   <source>16 (4x4)</source>
   <translation>16 (4×4)</translation>
  </message>
  <message>
   <source>2 (2x1)</source>
   <translation>2 (2×1)</translation>
  </message>
  <message>
   <source>4 (2x2)</source>
   <translation>4 (2×2)</translation>
  </message>
  <message>
   <source>6 (2x3)</source>
   <translation>6 (2×3)</translation>
  </message>
  <message>
   <source>9 (3x3)</source>
   <translation>9 (3×3)</translation>
  </message>
  <message>
   <source>All Pages</source>
   <translation>Mọi trang</translation>
  </message>
  <message>
   <source>Bottom to Top, Left to Right</source>
   <translation>Dưới lên, trái sang phải</translation>
  </message>
  <message>
   <source>Bottom to Top, Right to Left</source>
   <translation>Dưới lên, phải sang trái</translation>
  </message>
  <message>
   <source>Duplex Settings Conflicts</source>
   <translation>Cách in hai mặt không khớp</translation>
  </message>
  <message>
   <source>Even Pages</source>
   <translation>Trang chẵn</translation>
  </message>
  <message>
   <source>File %1 is not writable.
Please choose a different file name.</source>
   <translation>Không ghi được vào tệp %1.
Hãy chọn tên tệp khác.</translation>
  </message>
  <message>
   <source>Invalid Pages Definition</source>
   <translation>Cách ghi trang không đúng</translation>
  </message>
  <message>
   <source>Left to Right, Bottom to Top</source>
   <translation>Trái sang phải, dưới lên</translation>
  </message>
  <message>
   <source>Left to Right, Top to Bottom</source>
   <translation>Trái sang phải, trên xuống</translation>
  </message>
  <message>
   <source>Local file</source>
   <translation>Tệp trên máy</translation>
  </message>
  <message>
   <source>Odd Pages</source>
   <translation>Trang lẻ</translation>
  </message>
  <message>
   <source>Options 'Pages Per Sheet' and 'Page Set' cannot be used together.
Please turn one of those options off.</source>
   <translation>Không dùng cùng lúc “Số trang mỗi tờ” và “Chọn trang”.
Hãy tắt một trong hai.</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>In</translation>
  </message>
  <message>
   <source>Print To File ...</source>
   <translation>In ra tệp…</translation>
  </message>
  <message>
   <source>Print to File (PDF)</source>
   <translation>In ra tệp (PDF)</translation>
  </message>
  <message>
   <source>Right to Left, Bottom to Top</source>
   <translation>Phải sang trái, dưới lên</translation>
  </message>
  <message>
   <source>Right to Left, Top to Bottom</source>
   <translation>Phải sang trái, trên xuống</translation>
  </message>
  <message>
   <source>The 'From' value cannot be greater than the 'To' value.</source>
   <translation>Trang đầu không được lớn hơn trang cuối.</translation>
  </message>
  <message>
   <source>There are conflicts in duplex settings. Do you want to fix them?</source>
   <translation>Cách in hai mặt đã chọn không khớp với máy in. Sửa lại?</translation>
  </message>
  <message>
   <source>Top to Bottom, Left to Right</source>
   <translation>Trên xuống, trái sang phải</translation>
  </message>
  <message>
   <source>Top to Bottom, Right to Left</source>
   <translation>Trên xuống, phải sang trái</translation>
  </message>
  <message>
   <source>Write PDF file</source>
   <translation>Ghi tệp PDF</translation>
  </message>
 </context>
 <context>
  <name>QPrintPreviewDialog</name>
  <message>
   <source>%1%</source>
   <translation>%1%</translation>
  </message>
  <message>
   <source>Export to PDF</source>
   <translation>Xuất ra PDF</translation>
  </message>
  <message>
   <source>First page</source>
   <translation>Trang đầu</translation>
  </message>
  <message>
   <source>Fit page</source>
   <translation>Vừa trang</translation>
  </message>
  <message>
   <source>Fit width</source>
   <translation>Vừa chiều rộng</translation>
  </message>
  <message>
   <source>Landscape</source>
   <translation>Khổ ngang</translation>
  </message>
  <message>
   <source>Last page</source>
   <translation>Trang cuối</translation>
  </message>
  <message>
   <source>Next page</source>
   <translation>Trang sau</translation>
  </message>
  <message>
   <source>Page Setup</source>
   <translation>Đặt trang</translation>
  </message>
  <message>
   <source>Page setup</source>
   <translation>Đặt trang</translation>
  </message>
  <message>
   <source>Portrait</source>
   <translation>Khổ dọc</translation>
  </message>
  <message>
   <source>Previous page</source>
   <translation>Trang trước</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>In</translation>
  </message>
  <message>
   <source>Print Preview</source>
   <translation>Xem trước bản in</translation>
  </message>
  <message>
   <source>Show facing pages</source>
   <translation>Xem hai trang cạnh nhau</translation>
  </message>
  <message>
   <source>Show overview of all pages</source>
   <translation>Xem tất cả các trang</translation>
  </message>
  <message>
   <source>Show single page</source>
   <translation>Xem từng trang</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>Phóng to</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>Thu nhỏ</translation>
  </message>
 </context>
 <context>
  <name>QPrintPropertiesDialog</name>
  <message>
   <source>Advanced Option Conflicts</source>
   <translation>Tùy chọn nâng cao không khớp</translation>
  </message>
  <message>
   <source>Job Options</source>
   <translation>Tùy chọn lần in</translation>
  </message>
  <message>
   <source>Page Setup Conflicts</source>
   <translation>Cách đặt trang không khớp</translation>
  </message>
  <message>
   <source>Printer Properties</source>
   <translation>Thuộc tính máy in</translation>
  </message>
  <message>
   <source>There are conflicts in page setup options. Do you want to fix them?</source>
   <translation>Cách đặt trang đã chọn không khớp với máy in. Sửa lại?</translation>
  </message>
  <message>
   <source>There are conflicts in some advanced options. Do you want to fix them?</source>
   <translation>Một số tùy chọn nâng cao không khớp với máy in. Sửa lại?</translation>
  </message>
 </context>
 <context>
  <name>QPrintPropertiesWidget</name>
  <message>
   <source>Advanced</source>
   <translation>Nâng cao</translation>
  </message>
  <message>
   <source>Form</source>
   <translation>Biểu mẫu</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>Trang</translation>
  </message>
  <message>
   <source>There are conflicts in some options. Please fix them.</source>
   <translation>Một số tùy chọn không khớp. Hãy sửa lại.</translation>
  </message>
 </context>
 <context>
  <name>QPrintSettingsOutput</name>
  <message>
   <source>Collate</source>
   <translation>Sắp theo bộ</translation>
  </message>
  <message>
   <source>Color</source>
   <translation>Có màu</translation>
  </message>
  <message>
   <source>Color Mode</source>
   <translation>Màu in</translation>
  </message>
  <message>
   <source>Copies</source>
   <translation>Bản in</translation>
  </message>
  <message>
   <source>Copies:</source>
   <translation>Số bản:</translation>
  </message>
  <message>
   <source>Current Page</source>
   <translation>Trang đang xem</translation>
  </message>
  <message>
   <source>Double Sided Printing</source>
   <translation>In hai mặt</translation>
  </message>
  <message>
   <source>Duplex Printing</source>
   <translation>In hai mặt</translation>
  </message>
  <message>
   <source>Form</source>
   <translation>Biểu mẫu</translation>
  </message>
  <message>
   <source>Grayscale</source>
   <translation>Đen trắng</translation>
  </message>
  <message>
   <source>Long side binding</source>
   <translation>Lật theo cạnh dài</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Không</translation>
  </message>
  <message>
   <source>Off</source>
   <translation>Không</translation>
  </message>
  <message>
   <source>Options</source>
   <translation>Tùy chọn</translation>
  </message>
  <message>
   <source>Output Settings</source>
   <translation>Cách in</translation>
  </message>
  <message>
   <source>Page &amp;Set:</source>
   <translation>&amp;Chọn trang:</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Các trang</translation>
  </message>
  <message>
   <source>Pages from</source>
   <translation>Từ trang</translation>
  </message>
  <message>
   <source>Print all</source>
   <translation>In tất cả</translation>
  </message>
  <message>
   <source>Print range</source>
   <translation>Phạm vi in</translation>
  </message>
  <message>
   <source>Reverse</source>
   <translation>Ngược thứ tự</translation>
  </message>
  <message>
   <source>Selection</source>
   <translation>Phần đã chọn</translation>
  </message>
  <message>
   <source>Short side binding</source>
   <translation>Lật theo cạnh ngắn</translation>
  </message>
  <message>
   <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
   <translation>Ghi các trang hoặc khoảng trang, cách nhau bằng dấu phẩy. Khoảng trang là hai số nối bằng gạch nối. Ví dụ: 3,5-7,9 in các trang 3, 5, 6, 7 và 9.</translation>
  </message>
  <message>
   <source>to</source>
   <translation>đến</translation>
  </message>
 </context>
 <context>
  <name>QPrintWidget</name>
  <message>
   <source>&amp;Name:</source>
   <translation>&amp;Tên:</translation>
  </message>
  <message>
   <source>...</source>
   <translation>…</translation>
  </message>
  <message>
   <source>Form</source>
   <translation>Biểu mẫu</translation>
  </message>
  <message>
   <source>Location:</source>
   <translation>Nơi đặt:</translation>
  </message>
  <message>
   <source>Output &amp;file:</source>
   <translation>Tệ&amp;p kết quả:</translation>
  </message>
  <message>
   <source>P&amp;roperties</source>
   <translation>Th&amp;uộc tính</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>Xem trước</translation>
  </message>
  <message>
   <source>Printer</source>
   <translation>Máy in</translation>
  </message>
  <message>
   <source>Type:</source>
   <translation>Loại:</translation>
  </message>
 </context>
 <context>
  <name>QProgressBar</name>
  <message>
   <source>%p%</source>
   <translation>%p%</translation>
  </message>
 </context>
 <context>
  <name>QProgressDialog</name>
  <message>
   <source>Cancel</source>
   <translation>Hủy</translation>
  </message>
 </context>
 <context>
  <name>QScrollBar</name>
  <message>
   <source>Bottom</source>
   <translation>Xuống cuối</translation>
  </message>
  <message>
   <source>Left edge</source>
   <translation>Về mép trái</translation>
  </message>
  <message>
   <source>Page down</source>
   <translation>Xuống một trang</translation>
  </message>
  <message>
   <source>Page left</source>
   <translation>Sang trái một trang</translation>
  </message>
  <message>
   <source>Page right</source>
   <translation>Sang phải một trang</translation>
  </message>
  <message>
   <source>Page up</source>
   <translation>Lên một trang</translation>
  </message>
  <message>
   <source>Right edge</source>
   <translation>Về mép phải</translation>
  </message>
  <message>
   <source>Scroll down</source>
   <translation>Cuộn xuống</translation>
  </message>
  <message>
   <source>Scroll here</source>
   <translation>Cuộn đến đây</translation>
  </message>
  <message>
   <source>Scroll left</source>
   <translation>Cuộn sang trái</translation>
  </message>
  <message>
   <source>Scroll right</source>
   <translation>Cuộn sang phải</translation>
  </message>
  <message>
   <source>Scroll up</source>
   <translation>Cuộn lên</translation>
  </message>
  <message>
   <source>Top</source>
   <translation>Lên đầu</translation>
  </message>
 </context>
 <context>
  <name>QShortcut</name>
  <message>
   <source>+</source>
   <translation>+</translation>
  </message>
  <message>
   <source>Alt</source>
   <translation>Alt</translation>
  </message>
  <message>
   <source>Backspace</source>
   <translation>Backspace</translation>
  </message>
  <message>
   <source>Backtab</source>
   <translation>Backtab</translation>
  </message>
  <message>
   <source>Caps Lock</source>
   <translation>Caps Lock</translation>
  </message>
  <message>
   <source>CapsLock</source>
   <translation>CapsLock</translation>
  </message>
  <message>
   <source>Ctrl</source>
   <translation>Ctrl</translation>
  </message>
  <message>
   <source>Del</source>
   <translation>Delete</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Delete</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>Mũi tên xuống</translation>
  </message>
  <message>
   <source>End</source>
   <translation>End</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Escape</source>
   <translation>Escape</translation>
  </message>
  <message>
   <source>F%1</source>
   <translation>F%1</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Help</translation>
  </message>
  <message>
   <source>Home</source>
   <translation>Home</translation>
  </message>
  <message>
   <source>Ins</source>
   <translation>Insert</translation>
  </message>
  <message>
   <source>Insert</source>
   <translation>Insert</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Mũi tên trái</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>Phím trình đơn</translation>
  </message>
  <message>
   <source>Meta</source>
   <translation>Meta</translation>
  </message>
  <message>
   <source>Num</source>
   <translation>Num</translation>
  </message>
  <message>
   <source>Num Lock</source>
   <translation>Num Lock</translation>
  </message>
  <message>
   <source>NumLock</source>
   <translation>NumLock</translation>
  </message>
  <message>
   <source>Page Down</source>
   <translation>Page Down</translation>
  </message>
  <message>
   <source>Page Up</source>
   <translation>Page Up</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>PgDown</source>
   <translation>Page Down</translation>
  </message>
  <message>
   <source>PgUp</source>
   <translation>Page Up</translation>
  </message>
  <message>
   <source>Print Screen</source>
   <translation>Print Screen</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>Mũi tên phải</translation>
  </message>
  <message>
   <source>Scroll Lock</source>
   <translation>Scroll Lock</translation>
  </message>
  <message>
   <source>ScrollLock</source>
   <translation>ScrollLock</translation>
  </message>
  <message>
   <source>Shift</source>
   <translation>Shift</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Phím cách</translation>
  </message>
  <message>
   <source>SysReq</source>
   <translation>SysReq</translation>
  </message>
  <message>
   <source>Tab</source>
   <translation>Tab</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>Mũi tên lên</translation>
  </message>
 </context>
 <context>
  <name>QTabBar</name>
  <message>
   <source>Scroll Left</source>
   <translation>Cuộn sang trái</translation>
  </message>
  <message>
   <source>Scroll Right</source>
   <translation>Cuộn sang phải</translation>
  </message>
 </context>
 <context>
  <name>QUndoGroup</name>
  <message>
   <source>Redo</source>
   <translation>Làm lại</translation>
  </message>
  <message>
   <source>Redo %1</source>
   <translation>Làm lại %1</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Hoàn tác</translation>
  </message>
  <message>
   <source>Undo %1</source>
   <translation>Hoàn tác %1</translation>
  </message>
 </context>
 <context>
  <name>QUndoStack</name>
  <message>
   <source>Redo</source>
   <translation>Làm lại</translation>
  </message>
  <message>
   <source>Redo %1</source>
   <translation>Làm lại %1</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Hoàn tác</translation>
  </message>
  <message>
   <source>Undo %1</source>
   <translation>Hoàn tác %1</translation>
  </message>
 </context>
 <context>
  <name>QUnicodeControlCharacterMenu</name>
  <message>
   <source>FSI First strong isolate</source>
   <translation>FSI – tách theo chữ đầu</translation>
  </message>
  <message>
   <source>Insert Unicode control character</source>
   <translation>Chèn ký tự điều khiển Unicode</translation>
  </message>
  <message>
   <source>LRE Start of left-to-right embedding</source>
   <translation>LRE – mở đoạn trái sang phải</translation>
  </message>
  <message>
   <source>LRI Left-to-right isolate</source>
   <translation>LRI – tách trái sang phải</translation>
  </message>
  <message>
   <source>LRM Left-to-right mark</source>
   <translation>LRM – dấu trái sang phải</translation>
  </message>
  <message>
   <source>LRO Start of left-to-right override</source>
   <translation>LRO – ép trái sang phải</translation>
  </message>
  <message>
   <source>PDF Pop directional formatting</source>
   <translation>PDF – đóng đoạn</translation>
  </message>
  <message>
   <source>PDI Pop directional isolate</source>
   <translation>PDI – đóng đoạn tách</translation>
  </message>
  <message>
   <source>RLE Start of right-to-left embedding</source>
   <translation>RLE – mở đoạn phải sang trái</translation>
  </message>
  <message>
   <source>RLI Right-to-left isolate</source>
   <translation>RLI – tách phải sang trái</translation>
  </message>
  <message>
   <source>RLM Right-to-left mark</source>
   <translation>RLM – dấu phải sang trái</translation>
  </message>
  <message>
   <source>RLO Start of right-to-left override</source>
   <translation>RLO – ép phải sang trái</translation>
  </message>
  <message>
   <source>ZWJ Zero width joiner</source>
   <translation>ZWJ – nối không rộng</translation>
  </message>
  <message>
   <source>ZWNJ Zero width non-joiner</source>
   <translation>ZWNJ – không nối không rộng</translation>
  </message>
  <message>
   <source>ZWSP Zero width space</source>
   <translation>ZWSP – dấu cách không rộng</translation>
  </message>
 </context>
 <context>
  <name>QWhatsThisAction</name>
  <message>
   <source>What's This?</source>
   <translation>Đây là gì?</translation>
  </message>
 </context>
 <context>
  <name>QWidgetTextControl</name>
  <message>
   <source>&amp;Copy</source>
   <translation>&amp;Sao chép</translation>
  </message>
  <message>
   <source>&amp;Paste</source>
   <translation>&amp;Dán</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>&amp;Làm lại</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>&amp;Hoàn tác</translation>
  </message>
  <message>
   <source>Copy &amp;Link Location</source>
   <translation>Sao chép địa chỉ liên &amp;kết</translation>
  </message>
  <message>
   <source>Cu&amp;t</source>
   <translation>Cắ&amp;t</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Xóa</translation>
  </message>
  <message>
   <source>Select All</source>
   <translation>Chọn tất cả</translation>
  </message>
 </context>
 <context>
  <name>QWizard</name>
  <message>
   <source>&amp;Finish</source>
   <translation>&amp;Xong</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>Trợ &amp;giúp</translation>
  </message>
  <message>
   <source>&amp;Next</source>
   <translation>&amp;Tiếp</translation>
  </message>
  <message>
   <source>&amp;Next &gt;</source>
   <translation>&amp;Tiếp &gt;</translation>
  </message>
  <message>
   <source>&lt; &amp;Back</source>
   <translation>&lt; &amp;Lùi</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Hủy</translation>
  </message>
  <message>
   <source>Commit</source>
   <translation>Ghi nhận</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Tiếp tục</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Xong</translation>
  </message>
  <message>
   <source>Go Back</source>
   <translation>Lùi lại</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Trợ giúp</translation>
  </message>
 </context>
</TS>
