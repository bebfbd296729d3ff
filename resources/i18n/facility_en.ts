<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
 <context>
  <name>absences</name>
  <message>
   <source>Ai vắng mặt? Chọn xong sẽ mở thẻ Vắng mặt của người đó.</source>
   <translation>Who is absent? The tab Absences of that person then opens.</translation>
  </message>
  <message>
   <source>Biên bản giao nhận</source>
   <translation>Handover minutes</translation>
  </message>
  <message>
   <source>Bàn giao ngày</source>
   <translation>Handed over on</translation>
  </message>
  <message>
   <source>Báo ai</source>
   <translation>Notified</translation>
  </message>
  <message>
   <source>Báo ai, nơi nào</source>
   <translation>Notified, where</translation>
  </message>
  <message>
   <source>Bằng cách nào</source>
   <translation>By what means</translation>
  </message>
  <message>
   <source>Bằng cách nào, số văn bản</source>
   <translation>By what means, document number</translation>
  </message>
  <message>
   <source>Chiều</source>
   <translation>Direction</translation>
  </message>
  <message>
   <source>Chưa có lần vắng mặt nào.</source>
   <translation>No absences yet.</translation>
  </message>
  <message>
   <source>Chưa có lệnh áp giải.</source>
   <translation>No escort orders yet.</translation>
  </message>
  <message>
   <source>Chưa có văn bản nào của hồ sơ này.</source>
   <translation>This file has no documents yet.</translation>
  </message>
  <message>
   <source>Chưa ghi việc nào đã làm.</source>
   <translation>No steps recorded yet.</translation>
  </message>
  <message>
   <source>Chấp thuận</source>
   <translation>Approve</translation>
  </message>
  <message>
   <source>Chết ngày</source>
   <translation>Died on</translation>
  </message>
  <message>
   <source>Chỉ bộ phận y tế và người đứng đầu xem được</source>
   <translation>Only medical staff and the head can see this</translation>
  </message>
  <message>
   <source>Chịu tang</source>
   <translation>Funeral leave</translation>
  </message>
  <message>
   <source>Chỗ ở</source>
   <translation>Accommodation</translation>
  </message>
  <message>
   <source>Chờ quyết định, chưa đi</source>
   <translation>Awaiting decision, not left yet</translation>
  </message>
  <message>
   <source>Chức vụ</source>
   <translation>Post</translation>
  </message>
  <message>
   <source>Các lần vắng mặt</source>
   <translation>Absences</translation>
  </message>
  <message>
   <source>Cách tính do lãnh đạo cơ sở quyết định, có lý do.</source>
   <translation>How it counts is decided by the head of facility, with a reason.</translation>
  </message>
  <message>
   <source>Cán bộ</source>
   <translation>Officers</translation>
  </message>
  <message>
   <source>Cán bộ áp giải, mỗi người một dòng</source>
   <translation>Escorting officers, one per line</translation>
  </message>
  <message>
   <source>Cơ quan</source>
   <translation>Authority</translation>
  </message>
  <message>
   <source>Cơ quan quyết định</source>
   <translation>Deciding authority</translation>
  </message>
  <message>
   <source>Cơ quan tiến hành tố tụng</source>
   <translation>Procedural authority</translation>
  </message>
  <message>
   <source>Cơ quan đang giữ</source>
   <translation>Holding authority</translation>
  </message>
  <message>
   <source>Cơ quan đồng ý gia hạn</source>
   <translation>Extension agreed by</translation>
  </message>
  <message>
   <source>Cơ sở khám bệnh, chữa bệnh</source>
   <translation>Medical facility</translation>
  </message>
  <message>
   <source>Cơ sở tiếp nhận</source>
   <translation>Admitting facility</translation>
  </message>
  <message>
   <source>Dự kiến về</source>
   <translation>Expected back</translation>
  </message>
  <message>
   <source>Enter mở hồ sơ vắng mặt của người đang chọn</source>
   <translation>Enter open absence file of selected person</translation>
  </message>
  <message>
   <source>Giao cho: họ tên, đơn vị</source>
   <translation>Handed to: full name, department</translation>
  </message>
  <message>
   <source>Giấy tờ kèm đơn</source>
   <translation>Papers enclosed</translation>
  </message>
  <message>
   <source>Giờ</source>
   <translation>Time</translation>
  </message>
  <message>
   <source>Gửi Tòa án, Công an tỉnh</source>
   <translation>Send to court, provincial police</translation>
  </message>
  <message>
   <source>Hãy chọn một lần vắng mặt trước.</source>
   <translation>Choose an absence first.</translation>
  </message>
  <message>
   <source>Hãy chọn một người bỏ trốn hoặc tự ý rời cơ sở trong danh sách.</source>
   <translation>Choose a person in the list who escaped or left the facility without leave.</translation>
  </message>
  <message>
   <source>Hạn trở lại</source>
   <translation>Return due</translation>
  </message>
  <message>
   <source>Họ tên người chết</source>
   <translation>Name of deceased</translation>
  </message>
  <message>
   <source>Không chấp thuận</source>
   <translation>Refuse</translation>
  </message>
  <message>
   <source>Không có ai vắng mặt. Mỗi lần vắng mặt của một người sẽ hiện ở đây.</source>
   <translation>Nobody is absent. Each absence of a person will appear here.</translation>
  </message>
  <message>
   <source>Không có hồ sơ vắng mặt nào khớp. Hãy bỏ bớt bộ lọc hoặc gõ ít chữ hơn.</source>
   <translation>No absence files match. Clear some filters or type fewer letters.</translation>
  </message>
  <message>
   <source>Khởi hành</source>
   <translation>Departure</translation>
  </message>
  <message>
   <source>Kết quả</source>
   <translation>Result</translation>
  </message>
  <message>
   <source>Lúc</source>
   <translation>When</translation>
  </message>
  <message>
   <source>Lý do</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Lý do (y tế)</source>
   <translation>Reason (medical)</translation>
  </message>
  <message>
   <source>Lý do y tế</source>
   <translation>Medical reason</translation>
  </message>
  <message>
   <source>Lý do y tế do bác sĩ, điều dưỡng trưởng, người đứng đầu ghi và xem.</source>
   <translation>Medical reasons are recorded and seen by doctors, the chief nurse and the head.</translation>
  </message>
  <message>
   <source>Lý do y tế, nguyên nhân</source>
   <translation>Medical reason, cause</translation>
  </message>
  <message>
   <source>Lý do đi viện</source>
   <translation>Reason for hospital</translation>
  </message>
  <message>
   <source>Lưu ý khi áp giải</source>
   <translation>Notes for escort</translation>
  </message>
  <message>
   <source>Lập tay, in sau</source>
   <translation>By hand, print later</translation>
  </message>
  <message>
   <source>Lập và lấy vào hồ sơ ngay</source>
   <translation>Make and add to file now</translation>
  </message>
  <message>
   <source>Mẫu</source>
   <translation>Form</translation>
  </message>
  <message>
   <source>Nguyên nhân ban đầu</source>
   <translation>Initial cause</translation>
  </message>
  <message>
   <source>Ngày</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Ngày nhận đơn</source>
   <translation>Application date</translation>
  </message>
  <message>
   <source>Ngày văn bản</source>
   <translation>Document date</translation>
  </message>
  <message>
   <source>Ngày đi đường</source>
   <translation>Travel days</translation>
  </message>
  <message>
   <source>Người cai nghiện</source>
   <translation>Resident</translation>
  </message>
  <message>
   <source>Người giao, nhận phía bên kia</source>
   <translation>Other party’s giver or receiver</translation>
  </message>
  <message>
   <source>Người làm đơn, đón về</source>
   <translation>Applicant, brings home</translation>
  </message>
  <message>
   <source>Người này đang có mặt và chưa vắng lần nào.</source>
   <translation>This person is present and has not been absent yet.</translation>
  </message>
  <message>
   <source>Người này đang vắng mặt ({what}). Hãy nhận trở lại trước.</source>
   <translation>This person is absent ({what}). Record the return first.</translation>
  </message>
  <message>
   <source>Người thi hành, mỗi người một dòng</source>
   <translation>Officers carrying it out, one per line</translation>
  </message>
  <message>
   <source>Nhận đơn, đề nghị lúc</source>
   <translation>Application, request received</translation>
  </message>
  <message>
   <source>Nơi</source>
   <translation>Place</translation>
  </message>
  <message>
   <source>Nơi bỏ trốn</source>
   <translation>Place of escape</translation>
  </message>
  <message>
   <source>Nơi chấp hành án</source>
   <translation>Place of sentence</translation>
  </message>
  <message>
   <source>Nơi chết</source>
   <translation>Place of death</translation>
  </message>
  <message>
   <source>Nơi tổ chức tang lễ</source>
   <translation>Place of funeral</translation>
  </message>
  <message>
   <source>Nơi đến</source>
   <translation>Destination</translation>
  </message>
  <message>
   <source>Nơi ở của người làm đơn</source>
   <translation>Applicant’s address</translation>
  </message>
  <message>
   <source>Phát hiện vắng ngày</source>
   <translation>Found absent on</translation>
  </message>
  <message>
   <source>Phương tiện</source>
   <translation>Transport</translation>
  </message>
  <message>
   <source>Phải trở lại hết ngày</source>
   <translation>Must be back by the end of</translation>
  </message>
  <message>
   <source>Quan hệ</source>
   <translation>Relationship</translation>
  </message>
  <message>
   <source>Quyết định của cơ sở</source>
   <translation>Decision of the facility</translation>
  </message>
  <message>
   <source>Quyết định truy tìm do người đứng đầu ký; ghi bỏ trốn trước, ký sau.</source>
   <translation>The search order is signed by the head; record the escape first, sign later.</translation>
  </message>
  <message>
   <source>Quyết định truy tìm số {number}</source>
   <translation>Search order no. {number}</translation>
  </message>
  <message>
   <source>Quá hạn trở lại</source>
   <translation>Past return date</translation>
  </message>
  <message>
   <source>Quần áo, đồ mang theo</source>
   <translation>Clothes, things carried</translation>
  </message>
  <message>
   <source>Ra quyết định truy tìm (V-43) ngay</source>
   <translation>Issue the search order (V-43) now</translation>
  </message>
  <message>
   <source>Rời cơ sở ngày</source>
   <translation>Left the facility on</translation>
  </message>
  <message>
   <source>Số</source>
   <translation>No.</translation>
  </message>
  <message>
   <source>Số, ký hiệu</source>
   <translation>Number and symbol</translation>
  </message>
  <message>
   <source>Theo đề nghị của</source>
   <translation>At the request of</translation>
  </message>
  <message>
   <source>Thời gian đó tính thế nào</source>
   <translation>How that time counts</translation>
  </message>
  <message>
   <source>Thời gian được, xin vắng</source>
   <translation>Absence allowed, requested</translation>
  </message>
  <message>
   <source>Trở lại lúc</source>
   <translation>Returned at</translation>
  </message>
  <message>
   <source>Trở lại sau hạn {due}.</source>
   <translation>Returned after due date {due}.</translation>
  </message>
  <message>
   <source>Tài khoản này không ban hành văn bản; văn thư lập sau.</source>
   <translation>This account does not issue documents; the clerk makes it later.</translation>
  </message>
  <message>
   <source>Tài liệu chứng minh</source>
   <translation>Supporting documents</translation>
  </message>
  <message>
   <source>Tài liệu chứng minh, mỗi loại một dòng</source>
   <translation>Supporting documents, one kind per line</translation>
  </message>
  <message>
   <source>Tên, mã hoặc số cuối giấy tờ, không cần dấu</source>
   <translation>Name, code or last digits of ID document, accents not needed</translation>
  </message>
  <message>
   <source>Tên, mã, số cuối giấy tờ…</source>
   <translation>Name, code, last digits of ID document…</translation>
  </message>
  <message>
   <source>Tình trạng</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Tình trạng khi giao nhận</source>
   <translation>Condition at handover</translation>
  </message>
  <message>
   <source>Tư trang, mỗi thứ một dòng</source>
   <translation>Personal belongings, one per line</translation>
  </message>
  <message>
   <source>Từ ngày</source>
   <translation>From</translation>
  </message>
  <message>
   <source>V-42 cần ghi; chỉ ghi dấu hiệu nhìn thấy</source>
   <translation>V-42 needs this; record visible signs only</translation>
  </message>
  <message>
   <source>V-43: báo cho ông (bà)</source>
   <translation>V-43: to notify Mr (Ms)</translation>
  </message>
  <message>
   <source>Việc</source>
   <translation>Action</translation>
  </message>
  <message>
   <source>Việc báo tin thì phải ghi</source>
   <translation>Needed when someone is notified</translation>
  </message>
  <message>
   <source>Việc này do người đứng đầu, hoặc người được giao ký còn hiệu lực, thực hiện. Hãy nhờ người đó.</source>
   <translation>This is done by the head, or by someone whose signing authority is in force. Ask that person.</translation>
  </message>
  <message>
   <source>Việc đã làm, đã báo</source>
   <translation>Steps taken, notices given</translation>
  </message>
  <message>
   <source>Vì sao không chấp thuận</source>
   <translation>Why it is refused</translation>
  </message>
  <message>
   <source>Văn bản</source>
   <translation>Documents</translation>
  </message>
  <message>
   <source>Văn bản của cơ quan ngoài</source>
   <translation>Outside authority’s document</translation>
  </message>
  <message>
   <source>Văn bản của hồ sơ</source>
   <translation>Documents of the file</translation>
  </message>
  <message>
   <source>Vắng mặt</source>
   <translation>Absences</translation>
  </message>
  <message>
   <source>Vắng vì</source>
   <translation>Absent for</translation>
  </message>
  <message>
   <source>Về việc</source>
   <translation>Subject</translation>
  </message>
  <message>
   <source>bỏ trốn, truy tìm</source>
   <translation>escape, search</translation>
  </message>
  <message>
   <source>chịu tang</source>
   <translation>funeral leave</translation>
  </message>
  <message>
   <source>chờ quyết định cho vắng</source>
   <translation>absence awaiting decision</translation>
  </message>
  <message>
   <source>còn {count} giờ</source>
   <translation>{count} h left</translation>
  </message>
  <message>
   <source>còn {count} ngày</source>
   <translation>{count} d left</translation>
  </message>
  <message>
   <source>nơi về chịu tang</source>
   <translation>place of funeral leave</translation>
  </message>
  <message>
   <source>quá {count} giờ</source>
   <translation>overdue by {count} h</translation>
  </message>
  <message>
   <source>quá {count} ngày</source>
   <translation>overdue by {count} d</translation>
  </message>
  <message>
   <source>vắng quá hạn trở lại</source>
   <translation>absent past return date</translation>
  </message>
  <message>
   <source>{name}. Báo Công an cấp xã đã lập hồ sơ trong 24 giờ (Luật PCMT 2025 Đ46.2i). Chỉ khi có V-43 thì những ngày này mới không tính vào thời hạn (Đ109).</source>
   <translation>{name}. Notify the commune police that made the file within 24 hours (Drug Law 2025, Art. 46.2i). Only with V-43 do these days not count towards the term (Art. 109).</translation>
  </message>
  <message>
   <source>{name}. Chỉ bộ phận y tế và người đứng đầu xem được.</source>
   <translation>{name}. Only medical staff and the head can see this.</translation>
  </message>
  <message>
   <source>{name}. Chỉ chịu tang bố, mẹ (cả bên vợ, chồng), vợ, chồng, con; tối đa 5 ngày không kể đi đường. Người đứng đầu quyết định trong 24 giờ từ khi nhận đơn (Đ121).</source>
   <translation>{name}. Funeral leave only for a father, mother (also of the wife or husband), wife, husband or child; at most 5 days, not counting travel. The head decides within 24 hours of receiving the application (Art. 121).</translation>
  </message>
  <message>
   <source>{name}. Cơ quan yêu cầu đưa đi, quản lý và đưa trở lại đúng hạn; thời gian này được tính (Đ111).</source>
   <translation>{name}. The requesting authority takes the person away, manages them and brings them back on time; this time counts (Art. 111).</translation>
  </message>
  <message>
   <source>{name}. Dùng khi chưa đi: gia đình rút đơn, cơ quan rút yêu cầu, ghi nhầm.</source>
   <translation>{name}. Use before the person has left: the family withdraws the application, the authority withdraws its request, or it was recorded by mistake.</translation>
  </message>
  <message>
   <source>{name}. Ghi giờ và người đã nhận.</source>
   <translation>{name}. Record the time and who received the person.</translation>
  </message>
  <message>
   <source>{name}. Ghi khi đã lên đường; nơi đến nhận xong thì ghi đã bàn giao (Đ38).</source>
   <translation>{name}. Record when they have set out; when the destination has received the person, record the handover (Art. 38).</translation>
  </message>
  <message>
   <source>{name}. Gia hạn theo tố tụng cần số, ngày văn bản (Đ111.3); chịu tang không quá số ngày luật cho.</source>
   <translation>{name}. An extension for the proceedings needs the number and date of the document (Art. 111.3); funeral leave may not exceed the days allowed by law.</translation>
  </message>
  <message>
   <source>{name}. Kết thúc lần cai nghiện tại cơ sở này.</source>
   <translation>{name}. Ends the stay in this facility.</translation>
  </message>
  <message>
   <source>{name}. Kết thúc lần cai nghiện và mở hồ sơ: báo cơ quan điều tra, Viện kiểm sát, cơ quan y tế, thân nhân; lập biên bản, mai táng trong 24 giờ (Đ122).</source>
   <translation>{name}. Ends the stay and opens a file: notify the investigating authority, the Procuracy, the health authority and the relatives; make the minutes; burial within 24 hours (Art. 122).</translation>
  </message>
  <message>
   <source>{name}. Luật không nói thời gian này tính thế nào: ngày ra chưa xác định đến khi có quyết định.</source>
   <translation>{name}. The law does not say how this time counts: the discharge date is not known until there is a decision.</translation>
  </message>
  <message>
   <source>{name}. Lý do được ghi vào hồ sơ để trả lời.</source>
   <translation>{name}. The reason is recorded in the file for the reply.</translation>
  </message>
  <message>
   <source>{name}. Lập V-46 gửi Tòa án nhân dân khu vực; người cai nghiện tự nguyện thì gửi Giám đốc Công an cấp tỉnh (Đ110.2, Đ110.4).</source>
   <translation>{name}. Makes V-46 for the regional People’s Court; for a voluntary resident it goes to the Director of the provincial police (Art. 110.2, 110.4).</translation>
  </message>
  <message>
   <source>{name}. Lệnh in kèm ảnh và những điều cần lưu ý.</source>
   <translation>{name}. The order is printed with the photo and the points to note.</translation>
  </message>
  <message>
   <source>{name}. Người cai nghiện tự nguyện rời cơ sở không lý do từ 02 ngày làm việc là tự ý chấm dứt: không truy tìm, không cộng ngày (Đ4.9). Sự có mặt chưa đổi cho đến khi đủ thời gian đó.</source>
   <translation>{name}. A voluntary resident who leaves the facility without good reason for 2 working days or more has self-terminated: no search, no days added (Art. 4.9). The presence does not change until that time has passed.</translation>
  </message>
  <message>
   <source>{name}. Phần còn lại được chấp hành sau khi xong án (Luật PCMT 2025 Đ47.1). Chưa có số, ngày quyết định thì chưa cộng ngày.</source>
   <translation>{name}. The rest is served after the sentence is completed (Drug Law 2025, Art. 47.1). Without the number and date of the decision no days are added.</translation>
  </message>
  <message>
   <source>{name}. Quyết định lấy số ngay và gửi những nơi điều luật nêu; ngày để trống thì như đề nghị.</source>
   <translation>{name}. The decision takes a number at once and is sent to those named in the article; dates left empty are as requested.</translation>
  </message>
  <message>
   <source>{name}. Quá thời gian được về chịu tang mà không trở lại: ra quyết định truy tìm (Đ121.4, Đ109).</source>
   <translation>{name}. Not back when the funeral leave is over: issue the search order (Art. 121.4, Art. 109).</translation>
  </message>
  <message>
   <source>{name}. Sự có mặt, thời hạn và các việc đổi cùng lúc; về chịu tang thì thêm hai việc kiểm tra.</source>
   <translation>{name}. Presence, term and tasks change together; after funeral leave two checks are added.</translation>
  </message>
  <message>
   <source>{name}. Sự có mặt, thời hạn và hạn trở lại đổi cùng lúc.</source>
   <translation>{name}. Presence, term and return due date change together.</translation>
  </message>
  <message>
   <source>{name}. Thời gian nằm viện được tính vào thời hạn. Phải báo cha, mẹ, người giám hộ và Công an cấp tỉnh: hai việc này vào trang Hôm nay (Đ114.2, Đ114.4).</source>
   <translation>{name}. Time in hospital counts towards the term. The father, mother or guardian and the provincial police must be notified: both tasks go to the page Today (Art. 114.2, 114.4).</translation>
  </message>
  <message>
   <source>{name}. Tạm đình chỉ: đưa về điều trị, thời gian được tính. Miễn: kết thúc lần cai nghiện.</source>
   <translation>{name}. Suspension: sent home for treatment, the time counts. Waiver: ends the stay.</translation>
  </message>
  <message>
   <source>{name}. V-43 lấy số ngay; từ đó những ngày bỏ trốn không tính vào thời hạn (Đ109.2, Đ109.3).</source>
   <translation>{name}. V-43 takes a number at once; from then on the days of escape do not count towards the term (Art. 109.2, 109.3).</translation>
  </message>
  <message>
   <source>{name}. Việc ghi ở đây được rút khỏi trang Hôm nay.</source>
   <translation>{name}. The action recorded here is taken off the page Today.</translation>
  </message>
  <message>
   <source>{name}. Đủ thời gian luật định (Đ4.9): kết thúc, báo Công an cấp xã trong 24 giờ.</source>
   <translation>{name}. The time set by law has passed (Art. 4.9): end the stay, notify the commune police within 24 hours.</translation>
  </message>
  <message>
   <source>Áp giải, đưa đón</source>
   <translation>Escort, transport</translation>
  </message>
  <message>
   <source>áp giải</source>
   <translation>escort</translation>
  </message>
  <message>
   <source>Đang vắng mặt</source>
   <translation>Absent now</translation>
  </message>
  <message>
   <source>Đi lúc</source>
   <translation>Left at</translation>
  </message>
  <message>
   <source>Điện thoại</source>
   <translation>Phone</translation>
  </message>
  <message>
   <source>Điện thoại nhận tin</source>
   <translation>Phone for messages</translation>
  </message>
  <message>
   <source>Đã bàn giao</source>
   <translation>Handed over</translation>
  </message>
  <message>
   <source>Đã ghi: {what}.</source>
   <translation>Recorded: {what}.</translation>
  </message>
  <message>
   <source>Đã xong</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>Đưa trở lại chậm nhất</source>
   <translation>Bring back by</translation>
  </message>
  <message>
   <source>Đưa về đâu</source>
   <translation>Taken where</translation>
  </message>
  <message>
   <source>Đến ngày</source>
   <translation>To</translation>
  </message>
  <message>
   <source>Đề nghị</source>
   <translation>Request</translation>
  </message>
  <message>
   <source>Để trống: của cơ sở</source>
   <translation>Empty: the facility’s</translation>
  </message>
  <message>
   <source>Để trống: người đứng đầu, điện thoại cơ sở</source>
   <translation>Empty: the head, the facility’s phone</translation>
  </message>
  <message>
   <source>Để trống: tại cơ sở</source>
   <translation>Empty: in the facility</translation>
  </message>
  <message>
   <source>đi viện</source>
   <translation>hospital</translation>
  </message>
 </context>
 <context>
  <name>access</name>
  <message>
   <source>(chương trình)</source>
   <translation>(the program)</translation>
  </message>
  <message>
   <source>(người giữ khóa khôi phục)</source>
   <translation>(holder of the recovery key)</translation>
  </message>
  <message>
   <source>(ẩn)</source>
   <translation>(hidden)</translation>
  </message>
  <message>
   <source>Báo động mở khẩn cấp</source>
   <translation>Emergency access alarms</translation>
  </message>
  <message>
   <source>Bảng quyền</source>
   <translation>Table of permissions</translation>
  </message>
  <message>
   <source>Bảng quyền theo vai trò</source>
   <translation>Table of permissions by role</translation>
  </message>
  <message>
   <source>Bắt đầu lúc</source>
   <translation>Started at</translation>
  </message>
  <message>
   <source>Bỏ lúc</source>
   <translation>Removed at</translation>
  </message>
  <message>
   <source>Bỏ tìm và lọc</source>
   <translation>Clear search and filters</translation>
  </message>
  <message>
   <source>Cho cả cơ sở</source>
   <translation>For the whole facility</translation>
  </message>
  <message>
   <source>Chưa có lần mở khẩn cấp nào. Khi có, lần mở đứng đầu danh sách, màu đỏ, cho đến khi được xét.</source>
   <translation>No emergency access yet. When there is, it stands at the top of the list, in red, until it has been reviewed.</translation>
  </message>
  <message>
   <source>Chưa có lần đăng nhập nào được ghi.</source>
   <translation>No sign-ins recorded yet.</translation>
  </message>
  <message>
   <source>Chưa có tài khoản nào.</source>
   <translation>There are no accounts yet.</translation>
  </message>
  <message>
   <source>Chưa cấp quyền nào. Chỉ người trực tiếp điều trị, chăm sóc, tư vấn và người có yêu cầu tố tụng mới được cấp.</source>
   <translation>No access granted yet. Only those who directly treat, care or counsel, and those with a request from a procedural authority, may receive it.</translation>
  </message>
  <message>
   <source>Chưa ghi việc nào trong lúc mở.</source>
   <translation>No actions recorded during the access.</translation>
  </message>
  <message>
   <source>Chưa xét</source>
   <translation>Not reviewed</translation>
  </message>
  <message>
   <source>Chưa đổi mật khẩu được cấp</source>
   <translation>Issued password not yet changed</translation>
  </message>
  <message>
   <source>Chương trình lập một mật khẩu dùng một lần và hiện ra đúng một lần, để trao tận tay người dùng.</source>
   <translation>The program makes a one-time password and shows it exactly once, to be handed to the user in person.</translation>
  </message>
  <message>
   <source>Chậm nhất đến</source>
   <translation>Until at the latest</translation>
  </message>
  <message>
   <source>Chỉ cấp cho người thuộc diện được biết (Luật phòng, chống HIV/AIDS, khoản 2 Điều 30). Mỗi lần người được cấp xem đều phải nêu mục đích và được ghi vào nhật ký.</source>
   <translation>Only for those entitled to know (Law on HIV/AIDS Prevention and Control, Art. 30(2)). The holder must state a purpose at every viewing, and each is recorded in the audit trail.</translation>
  </message>
  <message>
   <source>Chỉ hiện các quyền mà vai trò của bạn được mượn khi khẩn cấp.</source>
   <translation>Only the permissions your roles may borrow in an emergency are shown.</translation>
  </message>
  <message>
   <source>Chỉ hiện người có vai trò được nhận quyền này.</source>
   <translation>Only people whose role may receive this access are shown.</translation>
  </message>
  <message>
   <source>Chọn loại quyền trước: mỗi loại chỉ cấp được cho một số vai trò.</source>
   <translation>Choose the type of access first: each type can be granted only to certain roles.</translation>
  </message>
  <message>
   <source>Chọn một dòng để xem đầy đủ.</source>
   <translation>Choose a row to see it in full.</translation>
  </message>
  <message>
   <source>Chữ vừa gõ không phải {name}. Xem lại có đúng tài khoản không rồi gõ lại.</source>
   <translation>What you typed is not {name}. Check that this is the right account and type it again.</translation>
  </message>
  <message>
   <source>Chữ đang gõ vẫn còn nguyên sau khi mở khóa. Máy ở chỗ đông người nên đặt ngắn.</source>
   <translation>What is being typed is still there after unlocking. For a computer in a busy place, choose a short time.</translation>
  </message>
  <message>
   <source>Ctrl+N cấp quyền · Enter xem</source>
   <translation>Ctrl+N grant access · Enter view</translation>
  </message>
  <message>
   <source>Cài đặt an toàn</source>
   <translation>Security settings</translation>
  </message>
  <message>
   <source>Còn {minutes} phút</source>
   <translation>{minutes} min left</translation>
  </message>
  <message>
   <source>Có giá trị, không hiện ở đây</source>
   <translation>Has a value, not shown here</translation>
  </message>
  <message>
   <source>Cấp lúc</source>
   <translation>Granted at</translation>
  </message>
  <message>
   <source>Cấp lại mật khẩu cho {name}?</source>
   <translation>Reset the password of {name}?</translation>
  </message>
  <message>
   <source>Cấp quyền xem thông tin HIV</source>
   <translation>Grant access to HIV information</translation>
  </message>
  <message>
   <source>Cần quyền gì</source>
   <translation>Permission needed</translation>
  </message>
  <message>
   <source>Dòng</source>
   <translation>Entry</translation>
  </message>
  <message>
   <source>Dòng này không đổi giá trị nào.</source>
   <translation>This entry changes no values.</translation>
  </message>
  <message>
   <source>Dòng đang chọn</source>
   <translation>Selected entry</translation>
  </message>
  <message>
   <source>Enter đổi vai trò · Ctrl+N thêm tài khoản</source>
   <translation>Enter change roles · Ctrl+N add account</translation>
  </message>
  <message>
   <source>F2 xét lần mở đang chọn</source>
   <translation>F2 review selected access</translation>
  </message>
  <message>
   <source>F5 kiểm tra nhật ký · ↑↓ xem từng dòng</source>
   <translation>F5 verify audit trail · ↑↓ go through entries</translation>
  </message>
  <message>
   <source>Ghi bạn đã xem gì và kết luận thế nào. Sau khi xét, báo động hết đỏ; nếu quyền còn đang mở thì đóng ngay.</source>
   <translation>State what you looked at and what you conclude. After the review the alarm is no longer red; if the access is still open, it closes at once.</translation>
  </message>
  <message>
   <source>Giá trị</source>
   <translation>Value</translation>
  </message>
  <message>
   <source>Gõ lại tên tài khoản để xác nhận</source>
   <translation>Type the account name again to confirm</translation>
  </message>
  <message>
   <source>Gõ sai tên tài khoản</source>
   <translation>Account name mistyped</translation>
  </message>
  <message>
   <source>Gõ sai: {names}</source>
   <translation>Mistyped: {names}</translation>
  </message>
  <message>
   <source>Hai lần gõ khác nhau. Hãy gõ lại ô cuối.</source>
   <translation>The two differ. Type the last one again.</translation>
  </message>
  <message>
   <source>Hiện thêm (còn {count} giá trị)</source>
   <translation>Show more (values left: {count})</translation>
  </message>
  <message>
   <source>Hãy chọn một dòng trong danh sách trước.</source>
   <translation>Choose a row in the list first.</translation>
  </message>
  <message>
   <source>Hãy gõ mật khẩu mới vào cả hai ô.</source>
   <translation>Type the new password in both boxes.</translation>
  </message>
  <message>
   <source>Hãy gõ mật khẩu đang dùng vào ô đầu.</source>
   <translation>Type the current password in the first box.</translation>
  </message>
  <message>
   <source>Hết hạn thì phải xét và cấp lại; lần cấp dài hơn bị từ chối.</source>
   <translation>On expiry it must be reviewed and granted again; a longer grant is refused.</translation>
  </message>
  <message>
   <source>Hết số phút này quyền mượn tự đóng, dù chưa ai xét.</source>
   <translation>After these minutes a borrowed permission closes by itself, even if nobody has reviewed it.</translation>
  </message>
  <message>
   <source>Khi cần gấp một thông tin khác, hãy gọi người có quyền xem thông tin đó.</source>
   <translation>If you urgently need other information, call someone who may view it.</translation>
  </message>
  <message>
   <source>Khóa là việc cuối cùng: {name} không đăng nhập được nữa, trên mọi máy, và tài khoản không mở lại được. Việc đã làm dưới tên này vẫn giữ trong nhật ký.</source>
   <translation>Disabling is final: {name} can no longer sign in, on any computer, and the account cannot be enabled again. What was done under this name stays in the audit trail.</translation>
  </message>
  <message>
   <source>Khóa tài khoản {name}</source>
   <translation>Disable account {name}</translation>
  </message>
  <message>
   <source>Không có tài khoản nào có tên như vậy.</source>
   <translation>There is no account with such a name.</translation>
  </message>
  <message>
   <source>Không có việc nào khớp với điều đang tìm.</source>
   <translation>No actions match the search.</translation>
  </message>
  <message>
   <source>Không về riêng ai</source>
   <translation>Nobody in particular</translation>
  </message>
  <message>
   <source>Kết luận</source>
   <translation>Conclusion</translation>
  </message>
  <message>
   <source>Kết thúc lúc</source>
   <translation>Ended at</translation>
  </message>
  <message>
   <source>Loại</source>
   <translation>Type</translation>
  </message>
  <message>
   <source>Loại quyền</source>
   <translation>Type of access</translation>
  </message>
  <message>
   <source>Lúc</source>
   <translation>When</translation>
  </message>
  <message>
   <source>Lý do</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Lý do bỏ</source>
   <translation>Reason for removing</translation>
  </message>
  <message>
   <source>Lý do thu hồi</source>
   <translation>Reason for revoking</translation>
  </message>
  <message>
   <source>Lần mở này đã được xét.</source>
   <translation>This emergency access has been reviewed.</translation>
  </message>
  <message>
   <source>Lần mở đang chọn</source>
   <translation>Selected emergency access</translation>
  </message>
  <message>
   <source>Lần đăng nhập</source>
   <translation>Sign-ins</translation>
  </message>
  <message>
   <source>Máy</source>
   <translation>Computer</translation>
  </message>
  <message>
   <source>Mượn một quyền</source>
   <translation>Borrow a permission</translation>
  </message>
  <message>
   <source>Mật khẩu cũ của {name} hết hiệu lực trên mọi máy. Chương trình hiện mật khẩu dùng một lần, đúng một lần, để trao tận tay người đó.</source>
   <translation>The old password of {name} stops working on every computer. The program shows a one-time password, exactly once, to be handed to them in person.</translation>
  </message>
  <message>
   <source>Mật khẩu dùng một lần</source>
   <translation>One-time password</translation>
  </message>
  <message>
   <source>Mật khẩu dùng một lần của {name}</source>
   <translation>One-time password of {name}</translation>
  </message>
  <message>
   <source>Mật khẩu mới chỉ mình bạn biết; một câu dài dễ nhớ tốt hơn một từ khó. Mật khẩu cũ hết hiệu lực trên mọi máy. Quên mật khẩu thì quản trị viên cấp lại.</source>
   <translation>Only you know the new password; a long phrase that is easy to remember beats a hard word. The old password stops working on every computer. If you forget it, an administrator resets it.</translation>
  </message>
  <message>
   <source>Mật khẩu này chỉ hiện ở đây, một lần, và không được lưu. Hãy chép ra giấy và trao tận tay {name}. Khi đăng nhập lần đầu, người đó phải đổi sang mật khẩu của riêng mình.</source>
   <translation>This password is shown only here, once, and is not kept. Copy it onto paper and hand it to {name} in person. At the first sign-in they must change it to a password of their own.</translation>
  </message>
  <message>
   <source>Mọi người do người này phụ trách</source>
   <translation>Everyone in this person’s charge</translation>
  </message>
  <message>
   <source>Một người cai nghiện</source>
   <translation>One resident</translation>
  </message>
  <message>
   <source>Một người giữ được nhiều vai trò. Mỗi vai trò làm được gì: xem trang Bảng quyền.</source>
   <translation>One person can hold several roles. For what each role may do, see the page Table of permissions.</translation>
  </message>
  <message>
   <source>Mở khẩn cấp</source>
   <translation>Emergency access</translation>
  </message>
  <message>
   <source>Mở khẩn cấp cho bạn mượn một quyền trong {minutes} phút. Người đứng đầu và quản trị thấy báo động đỏ ngay, cho đến khi có người xét; mọi việc làm trong lúc đó được ghi kèm lý do.</source>
   <translation>Emergency access lends you one permission for {minutes} minutes. The head and the administrators see a red alarm at once, until someone reviews it; every action meanwhile is recorded with the reason.</translation>
  </message>
  <message>
   <source>Mở lúc</source>
   <translation>Opened at</translation>
  </message>
  <message>
   <source>Mục</source>
   <translation>Field</translation>
  </message>
  <message>
   <source>Mục đích</source>
   <translation>Purpose</translation>
  </message>
  <message>
   <source>Người bệnh ngất, cần biết thuốc đang dùng</source>
   <translation>Patient has fainted, current medicines needed</translation>
  </message>
  <message>
   <source>Người bỏ (mã)</source>
   <translation>Removed by (code)</translation>
  </message>
  <message>
   <source>Người cai nghiện</source>
   <translation>Resident</translation>
  </message>
  <message>
   <source>Người cai nghiện (mã)</source>
   <translation>Resident (code)</translation>
  </message>
  <message>
   <source>Người cấp</source>
   <translation>Granted by</translation>
  </message>
  <message>
   <source>Người mở</source>
   <translation>Opened by</translation>
  </message>
  <message>
   <source>Người thứ hai xác nhận</source>
   <translation>Countersigned by</translation>
  </message>
  <message>
   <source>Người xét</source>
   <translation>Reviewed by</translation>
  </message>
  <message>
   <source>Người xét (mã)</source>
   <translation>Reviewed by (code)</translation>
  </message>
  <message>
   <source>Người đang đăng nhập mà mất một vai trò sẽ phải đăng nhập lại ở việc tiếp theo. Lý do được lưu.</source>
   <translation>Someone who is signed in and loses a role must sign in again at the next action. The reason is kept.</translation>
  </message>
  <message>
   <source>Người được cấp</source>
   <translation>Granted to</translation>
  </message>
  <message>
   <source>Nhật ký</source>
   <translation>Audit trail</translation>
  </message>
  <message>
   <source>Nhật ký bị sửa ngoài chương trình: dòng đầu tiên không khớp là dòng {first_bad} (kiểm tra lúc {time}). Hãy giữ nguyên tệp và báo người phụ trách an toàn thông tin.</source>
   <translation>The audit trail has been altered outside the program: the first entry that does not match is entry {first_bad} (verified at {time}). Leave the file as it is and report to the information security officer.</translation>
  </message>
  <message>
   <source>Nhật ký không có dòng nào khớp với điều đang tìm.</source>
   <translation>No entries of the audit trail match the search.</translation>
  </message>
  <message>
   <source>Nhật ký liền mạch ({rows} dòng, kiểm tra lúc {time}) nhưng không đọc được mốc đối chiếu ngoài tệp, nên không biết phần cuối có đủ không. Hãy báo người phụ trách an toàn thông tin.</source>
   <translation>The audit trail is unbroken ({rows} entries, verified at {time}), but the anchor outside the file cannot be read, so nobody can say whether its end is complete. Report to the information security officer.</translation>
  </message>
  <message>
   <source>Nhật ký nguyên vẹn: {rows} dòng, khớp với mốc đối chiếu ngoài tệp (kiểm tra lúc {time}).</source>
   <translation>The audit trail is whole: {rows} entries, matching the anchor outside the file (verified at {time}).</translation>
  </message>
  <message>
   <source>Nhật ký thiếu phần cuối: chỉ còn {rows} dòng, ít hơn mốc đối chiếu ngoài tệp (kiểm tra lúc {time}). Hãy giữ nguyên tệp và báo người phụ trách an toàn thông tin.</source>
   <translation>The end of the audit trail is missing: only {rows} entries are left, fewer than the anchor outside the file records (verified at {time}). Leave the file as it is and report to the information security officer.</translation>
  </message>
  <message>
   <source>Phím mũi tên đi từng ô; dòng dưới cùng đọc ô đó bằng chữ</source>
   <translation>Arrow keys move cell by cell; the bottom line reads the cell in words</translation>
  </message>
  <message>
   <source>Phải đổi mật khẩu</source>
   <translation>Must change password</translation>
  </message>
  <message>
   <source>Quyền</source>
   <translation>Permission</translation>
  </message>
  <message>
   <source>Quyền này đã hết hạn; không còn gì để thu hồi.</source>
   <translation>This access has expired; there is nothing left to revoke.</translation>
  </message>
  <message>
   <source>Quyền này đã thu hồi.</source>
   <translation>This access has been revoked.</translation>
  </message>
  <message>
   <source>Quyền xem HIV</source>
   <translation>HIV access</translation>
  </message>
  <message>
   <source>Quyền đang chọn</source>
   <translation>Selected access</translation>
  </message>
  <message>
   <source>Quyền đang mượn</source>
   <translation>Borrowed permission</translation>
  </message>
  <message>
   <source>Quyền đã mượn</source>
   <translation>Borrowed permission</translation>
  </message>
  <message>
   <source>Sau</source>
   <translation>After</translation>
  </message>
  <message>
   <source>Số lần sai</source>
   <translation>Failed attempts</translation>
  </message>
  <message>
   <source>Số lần sai tên tài khoản</source>
   <translation>Attempts with a wrong account name</translation>
  </message>
  <message>
   <source>Thu hồi lúc</source>
   <translation>Revoked at</translation>
  </message>
  <message>
   <source>Thu hồi quyền xem của {name}</source>
   <translation>Revoke the access of {name}</translation>
  </message>
  <message>
   <source>Tháng</source>
   <translation>Month</translation>
  </message>
  <message>
   <source>Tháng {month}/{year}</source>
   <translation>{month}/{year}</translation>
  </message>
  <message>
   <source>Trước</source>
   <translation>Before</translation>
  </message>
  <message>
   <source>Trực tiếp điều trị tại phòng y tế</source>
   <translation>Directly treats patients in the medical room</translation>
  </message>
  <message>
   <source>Tài khoản</source>
   <translation>Accounts</translation>
  </message>
  <message>
   <source>Tài khoản (mã)</source>
   <translation>Account (code)</translation>
  </message>
  <message>
   <source>Tài khoản {name} đã khóa và không mở lại được. Hãy thêm tài khoản mới cho người này.</source>
   <translation>Account {name} has been disabled and cannot be enabled again. Add a new account for this person.</translation>
  </message>
  <message>
   <source>Tên</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Tên không dấu</source>
   <translation>Name without accents</translation>
  </message>
  <message>
   <source>Tên người này gõ khi đăng nhập. Ví dụ: nguyen.van.duc</source>
   <translation>The name this person types to sign in. Example: nguyen.van.duc</translation>
  </message>
  <message>
   <source>Tên tài khoản</source>
   <translation>Account name</translation>
  </message>
  <message>
   <source>Tìm theo tài khoản, việc hoặc số dòng…</source>
   <translation>Search by account, action or entry number…</translation>
  </message>
  <message>
   <source>Tìm theo tài khoản…</source>
   <translation>Search by account…</translation>
  </message>
  <message>
   <source>Tìm theo tên người mở…</source>
   <translation>Search by who opened it…</translation>
  </message>
  <message>
   <source>Tìm theo tên người được cấp…</source>
   <translation>Search by holder…</translation>
  </message>
  <message>
   <source>Tìm theo tên tài khoản…</source>
   <translation>Search by account name…</translation>
  </message>
  <message>
   <source>Tìm việc…</source>
   <translation>Search actions…</translation>
  </message>
  <message>
   <source>Tình trạng</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Tôi đã chép mật khẩu này ra giấy</source>
   <translation>I have copied this password onto paper</translation>
  </message>
  <message>
   <source>Từ ngày</source>
   <translation>From</translation>
  </message>
  <message>
   <source>Vai trò</source>
   <translation>Roles</translation>
  </message>
  <message>
   <source>Vai trò của bạn không có việc nào cần mở khẩn cấp: những gì vai trò này được xem thì đã mở sẵn.</source>
   <translation>Nothing in your roles needs emergency access: what they may view is already open.</translation>
  </message>
  <message>
   <source>Vai trò nào được làm gì; bảng này đọc từ chương trình, không sửa được.</source>
   <translation>Which role may do what; this table is read from the program and cannot be edited.</translation>
  </message>
  <message>
   <source>Việc</source>
   <translation>Action</translation>
  </message>
  <message>
   <source>Việc đã làm trong lúc mở</source>
   <translation>Actions during the access</translation>
  </message>
  <message>
   <source>Ví dụ: bệnh nhân ngất ở khu B, cần biết thuốc đang dùng.</source>
   <translation>Example: a patient has fainted in zone B; current medicines needed.</translation>
  </message>
  <message>
   <source>Về ai</source>
   <translation>About whom</translation>
  </message>
  <message>
   <source>Về danh sách (Esc)</source>
   <translation>Back to the list (Esc)</translation>
  </message>
  <message>
   <source>Xong việc thì trả lại ngay; báo động vẫn chờ người xét.</source>
   <translation>Return it as soon as you have finished; the alarm still waits for a review.</translation>
  </message>
  <message>
   <source>Xét lúc</source>
   <translation>Reviewed at</translation>
  </message>
  <message>
   <source>Xét lần mở khẩn cấp của {name}</source>
   <translation>Review the emergency access of {name}</translation>
  </message>
  <message>
   <source>ai đã vào, sai mật khẩu</source>
   <translation>who signed in, wrong password</translation>
  </message>
  <message>
   <source>chậm nhất {time}</source>
   <translation>{time} at the latest</translation>
  </message>
  <message>
   <source>có</source>
   <translation>yes</translation>
  </message>
  <message>
   <source>cấp quyền HIV, thu hồi quyền</source>
   <translation>grant HIV access, revoke access</translation>
  </message>
  <message>
   <source>không</source>
   <translation>no</translation>
  </message>
  <message>
   <source>không nêu lý do</source>
   <translation>no reason given</translation>
  </message>
  <message>
   <source>khẩn cấp, cấp cứu, mượn quyền</source>
   <translation>emergency, urgent, borrow permission</translation>
  </message>
  <message>
   <source>lịch sử, ai đã sửa, kiểm tra nhật ký</source>
   <translation>history, who changed it, verify audit trail</translation>
  </message>
  <message>
   <source>người dùng, mật khẩu, vai trò</source>
   <translation>users, passwords, roles</translation>
  </message>
  <message>
   <source>phân quyền, ai được làm gì</source>
   <translation>permissions, who may do what</translation>
  </message>
  <message>
   <source>tài khoản này</source>
   <translation>this account</translation>
  </message>
  <message>
   <source>tự khóa màn hình, thời hạn quyền</source>
   <translation>screen lock, access period</translation>
  </message>
  <message>
   <source>{count} việc</source>
   <translation>Actions: {count}</translation>
  </message>
  <message>
   <source>{name} không xem được nữa ngay từ lúc này. Lý do được lưu cùng quyền đã cấp.</source>
   <translation>{name} can no longer view from this moment. The reason is kept with the access granted.</translation>
  </message>
  <message>
   <source>{role}, {verb}: {answer}</source>
   <translation>{role}, {verb}: {answer}</translation>
  </message>
  <message>
   <source>{words} (xem)</source>
   <translation>{words} (view)</translation>
  </message>
  <message>
   <source>Đang dùng</source>
   <translation>In use</translation>
  </message>
  <message>
   <source>Đang kiểm tra; chờ xong hoặc bấm Dừng kiểm tra.</source>
   <translation>Verifying; wait until it is done or press Stop verifying.</translation>
  </message>
  <message>
   <source>Đang mở khẩn cấp</source>
   <translation>Emergency access open</translation>
  </message>
  <message>
   <source>Đang mở, chưa xét</source>
   <translation>Open, not reviewed</translation>
  </message>
  <message>
   <source>Đang đọc nhật ký…</source>
   <translation>Reading the audit trail…</translation>
  </message>
  <message>
   <source>Đang đọc và đối chiếu toàn bộ nhật ký; vẫn làm việc khác được.</source>
   <translation>Reading and comparing the whole audit trail; you can go on with other work.</translation>
  </message>
  <message>
   <source>Đang đổi…</source>
   <translation>Changing…</translation>
  </message>
  <message>
   <source>Đây là lần mở của chính bạn: phải do người khác xét.</source>
   <translation>This is your own emergency access: someone else must review it.</translation>
  </message>
  <message>
   <source>Đây là tài khoản của chính mình. Hãy dùng mục “Đổi mật khẩu” ở góc trên bên phải.</source>
   <translation>This is your own account. Use “Change password” at the top right.</translation>
  </message>
  <message>
   <source>Đây là tài khoản của chính mình. Hãy nhờ một quản trị viên khác.</source>
   <translation>This is your own account. Ask another administrator.</translation>
  </message>
  <message>
   <source>Đã cấp quyền cho {name}, đến hết ngày {to_on}.</source>
   <translation>Access granted to {name}, to the end of {to_on}.</translation>
  </message>
  <message>
   <source>Đã dừng; nhật ký chưa được kiểm tra hết.</source>
   <translation>Stopped; the audit trail has not been fully verified.</translation>
  </message>
  <message>
   <source>Đã khóa</source>
   <translation>Disabled</translation>
  </message>
  <message>
   <source>Đã khóa tài khoản {name}.</source>
   <translation>Account {name} has been disabled.</translation>
  </message>
  <message>
   <source>Đã lưu cài đặt an toàn. Máy này áp dụng ngay; máy khác đang mở áp dụng từ lần đăng nhập sau.</source>
   <translation>Security settings saved. This computer applies them at once; other computers in use apply them from the next sign-in.</translation>
  </message>
  <message>
   <source>Đã mở khẩn cấp đến {time}. Báo động đã gửi.</source>
   <translation>Emergency access is open until {time}. The alarm has been sent.</translation>
  </message>
  <message>
   <source>Đã thu hồi quyền của {name}.</source>
   <translation>The access of {name} has been revoked.</translation>
  </message>
  <message>
   <source>Đã trả lại quyền mở khẩn cấp.</source>
   <translation>Emergency access returned.</translation>
  </message>
  <message>
   <source>Đã xét</source>
   <translation>Reviewed</translation>
  </message>
  <message>
   <source>Đã xét lần mở khẩn cấp của {name}.</source>
   <translation>The emergency access of {name} has been reviewed.</translation>
  </message>
  <message>
   <source>Đã xóa theo yêu cầu</source>
   <translation>Erased on request</translation>
  </message>
  <message>
   <source>Đã đổi mật khẩu. Từ lần đăng nhập sau hãy dùng mật khẩu mới.</source>
   <translation>Password changed. Use the new one from the next sign-in.</translation>
  </message>
  <message>
   <source>Đã đổi vai trò của {name}.</source>
   <translation>The roles of {name} have been changed.</translation>
  </message>
  <message>
   <source>Đóng lại là mất mật khẩu này. Hãy chép ra giấy rồi đánh dấu vào ô ở trên; nếu không chép được, đánh dấu rồi cấp lại mật khẩu sau.</source>
   <translation>Once closed, this password is lost. Copy it onto paper, then tick the box above; if you cannot copy it, tick the box and reset the password later.</translation>
  </message>
  <message>
   <source>Đến hết ngày</source>
   <translation>To the end of</translation>
  </message>
  <message>
   <source>Đến lúc</source>
   <translation>Until</translation>
  </message>
  <message>
   <source>Để trống khi không về riêng ai.</source>
   <translation>Leave empty if it is about nobody in particular.</translation>
  </message>
  <message>
   <source>Để trống: mọi người do người được cấp phụ trách.</source>
   <translation>Empty: everyone in the holder’s charge.</translation>
  </message>
  <message>
   <source>Đổi mật khẩu của mình</source>
   <translation>Change your password</translation>
  </message>
  <message>
   <source>Đổi vai trò của {name}</source>
   <translation>Change the roles of {name}</translation>
  </message>
  <message>
   <source>được</source>
   <translation>yes</translation>
  </message>
 </context>
 <context>
  <name>catalogues_ui</name>
  <message>
   <source>1 là có, 0 là không</source>
   <translation>1 is yes, 0 is no</translation>
  </message>
  <message>
   <source>1 là thứ Hai, 7 là Chủ nhật. Ví dụ: 6/7</source>
   <translation>1 is Monday, 7 is Sunday. Example: 6/7</translation>
  </message>
  <message>
   <source>Chưa có ngày nghỉ, ngày làm bù nào của năm này.</source>
   <translation>No days off or make-up working days for this year yet.</translation>
  </message>
  <message>
   <source>Chưa đối chiếu</source>
   <translation>Not checked</translation>
  </message>
  <message>
   <source>Chế độ</source>
   <translation>Regime</translation>
  </message>
  <message>
   <source>Chế độ luật</source>
   <translation>Legal regime</translation>
  </message>
  <message>
   <source>Chờ quy định</source>
   <translation>Regulation pending</translation>
  </message>
  <message>
   <source>Chức danh người đứng đầu</source>
   <translation>Title of the head</translation>
  </message>
  <message>
   <source>Chữ viết tắt</source>
   <translation>Abbreviation</translation>
  </message>
  <message>
   <source>Ctrl+N ghi ngày · Delete gạch bỏ</source>
   <translation>Ctrl+N record day · Delete strike out</translation>
  </message>
  <message>
   <source>Các mốc ngày. Ví dụ: 1/3/7</source>
   <translation>Day marks. Example: 1/3/7</translation>
  </message>
  <message>
   <source>Các phần trăm cộng lại đủ 100. Ví dụ: 30/20/20/30</source>
   <translation>Percentages adding up to 100. Example: 30/20/20/30</translation>
  </message>
  <message>
   <source>Còn gọi là</source>
   <translation>Also called</translation>
  </message>
  <message>
   <source>Còn trống: {fields}. Văn bản in ra sẽ thiếu những chỗ này.</source>
   <translation>Still empty: {fields}. Printed documents will lack them.</translation>
  </message>
  <message>
   <source>Có hiệu lực từ ngày</source>
   <translation>Effective from</translation>
  </message>
  <message>
   <source>Có ngày trước đây chưa có giá trị nào, nay sẽ có.</source>
   <translation>Some days that had no value will now have one.</translation>
  </message>
  <message>
   <source>Căn cứ</source>
   <translation>Legal basis</translation>
  </message>
  <message>
   <source>Cơ quan chủ quản</source>
   <translation>Parent authority</translation>
  </message>
  <message>
   <source>Cơ sở</source>
   <translation>Facility</translation>
  </message>
  <message>
   <source>Cơ sở chưa quyết định gì khác với văn bản kèm chương trình.</source>
   <translation>The facility has decided nothing that differs from the legal texts supplied with the program.</translation>
  </message>
  <message>
   <source>Cơ sở quyết định</source>
   <translation>Decided by the facility</translation>
  </message>
  <message>
   <source>Danh mục</source>
   <translation>Code lists</translation>
  </message>
  <message>
   <source>Danh mục nào</source>
   <translation>Which code list</translation>
  </message>
  <message>
   <source>Dùng được</source>
   <translation>Usable</translation>
  </message>
  <message>
   <source>Dời</source>
   <translation>Move</translation>
  </message>
  <message>
   <source>Enter xem mọi giá trị · F2 đặt giá trị mới</source>
   <translation>Enter show all values · F2 set new value</translation>
  </message>
  <message>
   <source>F2 sửa</source>
   <translation>F2 edit</translation>
  </message>
  <message>
   <source>F2 đặt giá trị mới · Alt+← trở về danh sách</source>
   <translation>F2 set new value · Alt+← back to the list</translation>
  </message>
  <message>
   <source>Ghi theo thông báo nghỉ lễ, tết, hoán đổi ngày làm việc. Hạn tính theo ngày làm việc được tính lại ngay. Ngày đã ghi trước đó thì lần ghi này thay thế.</source>
   <translation>Record days as in the notice on public holidays and swapped working days. Deadlines in working days are recalculated at once. A day recorded before is replaced by this one.</translation>
  </message>
  <message>
   <source>Giá trị</source>
   <translation>Value</translation>
  </message>
  <message>
   <source>Giá trị hôm nay</source>
   <translation>Value today</translation>
  </message>
  <message>
   <source>Giá trị không đổi, chỉ đổi căn cứ và lý do.</source>
   <translation>The value stays; only the legal basis and the reason change.</translation>
  </message>
  <message>
   <source>Giá trị theo thời gian</source>
   <translation>Values over time</translation>
  </message>
  <message>
   <source>Giấy tờ đã ký giữ nguyên như lúc ký; thay đổi ở đây chỉ dùng cho giấy tờ lập sau.</source>
   <translation>Signed papers stay as they were signed; changes here apply only to papers made later.</translation>
  </message>
  <message>
   <source>Gạch bỏ ngày {day}</source>
   <translation>Strike out {day}</translation>
  </message>
  <message>
   <source>Gạch bỏ quyết định về giá trị này</source>
   <translation>Strike out the decision on this value</translation>
  </message>
  <message>
   <source>Hiện nay</source>
   <translation>Now</translation>
  </message>
  <message>
   <source>Hiệu lực</source>
   <translation>In force</translation>
  </message>
  <message>
   <source>Hãy chọn một ngày trong danh sách trước.</source>
   <translation>Choose a day in the list first.</translation>
  </message>
  <message>
   <source>Hãy chọn một quyết định trước.</source>
   <translation>Choose a decision first.</translation>
  </message>
  <message>
   <source>Hãy chọn một thông số trong danh sách trước.</source>
   <translation>Choose a parameter in the list first.</translation>
  </message>
  <message>
   <source>Hồ sơ cơ sở</source>
   <translation>Facility profile</translation>
  </message>
  <message>
   <source>In phía trên tên cơ sở. Ví dụ: Công an tỉnh Phú Thọ</source>
   <translation>Printed above the name of the facility. Example: Phu Tho Provincial Police</translation>
  </message>
  <message>
   <source>Không có dòng nào thuộc số này.</source>
   <translation>No rows belong to this figure.</translation>
  </message>
  <message>
   <source>Không có mục nào khớp. Hãy thử ít chữ hơn, hoặc gõ mã.</source>
   <translation>Nothing matches. Try fewer letters, or type the code.</translation>
  </message>
  <message>
   <source>Không có thông số nào khớp. Hãy thử ít chữ hơn.</source>
   <translation>No parameters match. Try fewer letters.</translation>
  </message>
  <message>
   <source>Không có đơn vị nào khớp. Địa danh trước 01/07/2025 không có mã mới; ghi bằng chữ ở ô địa chỉ.</source>
   <translation>No units match. Place names from before 01/07/2025 have no new code; write them as text in the address box.</translation>
  </message>
  <message>
   <source>Không tính được nữa</source>
   <translation>No longer calculable</translation>
  </message>
  <message>
   <source>Kèm theo chương trình, chỉ để tra cứu; thay đổi theo bản cập nhật</source>
   <translation>Supplied with the program, for reference only; changes with updates</translation>
  </message>
  <message>
   <source>Loại</source>
   <translation>Type</translation>
  </message>
  <message>
   <source>Loại cơ sở</source>
   <translation>Type of facility</translation>
  </message>
  <message>
   <source>Luật 2021</source>
   <translation>2021 law</translation>
  </message>
  <message>
   <source>Luật 2025</source>
   <translation>2025 law</translation>
  </message>
  <message>
   <source>Là</source>
   <translation>Counts as</translation>
  </message>
  <message>
   <source>Lý do</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Lưu lúc</source>
   <translation>Saved at</translation>
  </message>
  <message>
   <source>Lưu thì những ngày sau thay đổi</source>
   <translation>Saving changes these days</translation>
  </message>
  <message>
   <source>Lần cai nghiện</source>
   <translation>Stay</translation>
  </message>
  <message>
   <source>Lần cai nghiện đã xem</source>
   <translation>Stays looked at</translation>
  </message>
  <message>
   <source>Mã</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Mã trong mẫu, phân loại</source>
   <translation>Code in forms, class</translation>
  </message>
  <message>
   <source>Mã {code} không đổi được: mọi dòng dữ liệu gửi đi đều mang mã này.</source>
   <translation>Code {code} cannot be changed: every row of data sent carries it.</translation>
  </message>
  <message>
   <source>Mã định danh điện tử</source>
   <translation>Electronic identification code</translation>
  </message>
  <message>
   <source>Một thông số pháp lý</source>
   <translation>A legal parameter</translation>
  </message>
  <message>
   <source>Mức tin cậy</source>
   <translation>Reliability</translation>
  </message>
  <message>
   <source>Nguồn</source>
   <translation>Source</translation>
  </message>
  <message>
   <source>Ngày</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Ngày nghỉ, làm bù</source>
   <translation>Days off, make-up</translation>
  </message>
  <message>
   <source>Ngày này có trong danh mục kèm chương trình nên không gạch bỏ được. Thông báo khác đi thì ghi lại chính ngày này với căn cứ mới.</source>
   <translation>This day is in the code list supplied with the program and cannot be struck out. If a notice says otherwise, record the same day again with the new legal basis.</translation>
  </message>
  <message>
   <source>Những ngày</source>
   <translation>Days</translation>
  </message>
  <message>
   <source>Những ngày sẽ dời</source>
   <translation>Dates that will move</translation>
  </message>
  <message>
   <source>Năm</source>
   <translation>Year</translation>
  </message>
  <message>
   <source>Năm nay chưa có ngày nghỉ, ngày làm bù nào.</source>
   <translation>No days off or make-up working days this year yet.</translation>
  </message>
  <message>
   <source>Năm {year} chưa chốt: còn ngày mới là dự kiến hoặc chưa có ngày nào. Khi có thông báo chính thức, hãy ghi vào đây.</source>
   <translation>Year {year} is not final: some days are provisional, or there are none yet. Record them here once there is an official notice.</translation>
  </message>
  <message>
   <source>Nơi đặt cơ sở</source>
   <translation>Location of the facility</translation>
  </message>
  <message>
   <source>Pháp luật chỉ cho địa phương quy định cao hơn mức này; giá trị mới thấp hơn.</source>
   <translation>The law lets localities only go above this level; the new value is lower.</translation>
  </message>
  <message>
   <source>Phần của cơ sở trong số, ký hiệu văn bản. Ví dụ: CSCN1</source>
   <translation>The facility’s part of document numbers. Example: CSCN1</translation>
  </message>
  <message>
   <source>Quyết định của cơ sở</source>
   <translation>Decisions of the facility</translation>
  </message>
  <message>
   <source>Quyết định này đã gạch bỏ rồi.</source>
   <translation>This decision has already been struck out.</translation>
  </message>
  <message>
   <source>Ra cơ sở muộn hơn</source>
   <translation>Discharged later</translation>
  </message>
  <message>
   <source>Ra cơ sở sớm hơn</source>
   <translation>Discharged earlier</translation>
  </message>
  <message>
   <source>Sau khi lưu</source>
   <translation>After saving</translation>
  </message>
  <message>
   <source>Số thông báo. Ví dụ: TB 9441/TB-BNV</source>
   <translation>Notice number. Example: TB 9441/TB-BNV</translation>
  </message>
  <message>
   <source>Số văn bản và điều. Ví dụ: NQ 12/2026/NQ-HĐND Đ3</source>
   <translation>Document number and article. Example: NQ 12/2026, Art. 3</translation>
  </message>
  <message>
   <source>Số đồng, chỉ chữ số. Ví dụ: 2340000</source>
   <translation>Amount in dong, digits only. Example: 2340000</translation>
  </message>
  <message>
   <source>Thông số</source>
   <translation>Parameter</translation>
  </message>
  <message>
   <source>Thông số này chưa có giá trị nào.</source>
   <translation>This parameter has no values yet.</translation>
  </message>
  <message>
   <source>Thông số này không còn trong danh mục. Hãy mở lại danh sách thông số.</source>
   <translation>This parameter is no longer in the code list. Open the list of parameters again.</translation>
  </message>
  <message>
   <source>Thông số pháp lý</source>
   <translation>Legal parameters</translation>
  </message>
  <message>
   <source>Thứ</source>
   <translation>Weekday</translation>
  </message>
  <message>
   <source>Trên văn bản</source>
   <translation>On documents</translation>
  </message>
  <message>
   <source>Tài khoản này không được xem ai sẽ bị ảnh hưởng. Trước khi lưu, hãy nhờ người đứng đầu cơ sở xem cùng.</source>
   <translation>This account may not see who will be affected. Before saving, ask the head of facility to look at it with you.</translation>
  </message>
  <message>
   <source>Tên</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Tên cơ sở</source>
   <translation>Name of facility</translation>
  </message>
  <message>
   <source>Tên ngày</source>
   <translation>Name of day</translation>
  </message>
  <message>
   <source>Tên xã kèm tỉnh, hoặc mã. Ví dụ: tan lap ha noi</source>
   <translation>Commune with province, or code. Example: tan lap ha noi</translation>
  </message>
  <message>
   <source>Tìm thông số, không cần dấu…</source>
   <translation>Search parameters, accents not needed…</translation>
  </message>
  <message>
   <source>Tìm tên hoặc mã, không cần dấu…</source>
   <translation>Search by name or code, accents not needed…</translation>
  </message>
  <message>
   <source>Tình trạng</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Tỉnh</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>Tỉnh; xã, phường, đặc khu</source>
   <translation>Provinces; communes, wards, special zones</translation>
  </message>
  <message>
   <source>Việc</source>
   <translation>Task</translation>
  </message>
  <message>
   <source>Việc dời hạn</source>
   <translation>Tasks moved</translation>
  </message>
  <message>
   <source>Ví dụ: Nghỉ bù Tết Dương lịch</source>
   <translation>Example: New Year holiday in lieu</translation>
  </message>
  <message>
   <source>chưa có giá trị</source>
   <translation>no value yet</translation>
  </message>
  <message>
   <source>chưa xác định</source>
   <translation>not known</translation>
  </message>
  <message>
   <source>còn giá trị</source>
   <translation>valid</translation>
  </message>
  <message>
   <source>dời ngày làm</source>
   <translation>planned day moves</translation>
  </message>
  <message>
   <source>không còn</source>
   <translation>gone</translation>
  </message>
  <message>
   <source>muộn hơn {days} ngày</source>
   <translation>{days} d later</translation>
  </message>
  <message>
   <source>mã, tỉnh, xã, dân tộc</source>
   <translation>codes, provinces, communes, ethnicities</translation>
  </message>
  <message>
   <source>mẫu đầu trang, chưa phải văn bản</source>
   <translation>sample heading, not a document</translation>
  </message>
  <message>
   <source>mọi ngày</source>
   <translation>every day</translation>
  </message>
  <message>
   <source>nghỉ lễ, tết</source>
   <translation>public holidays, Tet</translation>
  </message>
  <message>
   <source>ngày {value} hằng tháng</source>
   <translation>day {value} of each month</translation>
  </message>
  <message>
   <source>sắp áp dụng</source>
   <translation>upcoming</translation>
  </message>
  <message>
   <source>sớm hơn {days} ngày</source>
   <translation>{days} d earlier</translation>
  </message>
  <message>
   <source>theo ngày</source>
   <translation>by date</translation>
  </message>
  <message>
   <source>thêm</source>
   <translation>added</translation>
  </message>
  <message>
   <source>thời hạn, mức tiền, con số của luật</source>
   <translation>time limits, amounts, figures in law</translation>
  </message>
  <message>
   <source>tên cơ sở, đầu văn bản</source>
   <translation>name of facility, document heading</translation>
  </message>
  <message>
   <source>từ {first}</source>
   <translation>from {first}</translation>
  </message>
  <message>
   <source>{days}: {before}, thành {after}</source>
   <translation>{days}: {before}, becomes {after}</translation>
  </message>
  <message>
   <source>{first} – {last}</source>
   <translation>{first} – {last}</translation>
  </message>
  <message>
   <source>{form}: {code}</source>
   <translation>{form}: {code}</translation>
  </message>
  <message>
   <source>{parameter}. Những ngày khác giữ nguyên. Giấy tờ đã ký không đổi.</source>
   <translation>{parameter}. All other days stay as they are. Signed papers do not change.</translation>
  </message>
  <message>
   <source>{regime} · hôm nay: {value}</source>
   <translation>{regime} · today: {value}</translation>
  </message>
  <message>
   <source>{time} {day}</source>
   <translation>{time} {day}</translation>
  </message>
  <message>
   <source>{value} %</source>
   <translation>{value} %</translation>
  </message>
  <message>
   <source>{value} ngày</source>
   <translation>{value} days</translation>
  </message>
  <message>
   <source>{value} {unit}</source>
   <translation>{value} {unit}</translation>
  </message>
  <message>
   <source>{value}, {days} ({article}). Giá trị đứng dưới nó có hiệu lực trở lại trên mọi ngày của nó.</source>
   <translation>{value}, {days} ({article}). The value beneath it comes back into force on all its days.</translation>
  </message>
  <message>
   <source>Đang có hiệu lực</source>
   <translation>In force</translation>
  </message>
  <message>
   <source>Đang có hiệu lực: {value}. Giá trị cũ không bị xóa: giá trị mới đứng trên nó từ ngày có hiệu lực. Bước sau cho xem mọi ngày sẽ thay đổi, rồi mới lưu.</source>
   <translation>In force: {value}. The old value is not erased: the new one takes precedence over it from the effective date. The next step shows every day that will change before anything is saved.</translation>
  </message>
  <message>
   <source>Điền nốt</source>
   <translation>Fill in the rest</translation>
  </message>
  <message>
   <source>Điện thoại</source>
   <translation>Phone</translation>
  </message>
  <message>
   <source>Đây là mức tối đa của pháp luật; giá trị mới cao hơn.</source>
   <translation>This is the maximum set by law; the new value is higher.</translation>
  </message>
  <message>
   <source>Đã ghi ngày.</source>
   <translation>Day recorded.</translation>
  </message>
  <message>
   <source>Đã gạch bỏ ngày {day}.</source>
   <translation>{day} struck out.</translation>
  </message>
  <message>
   <source>Đã gạch bỏ: {value}.</source>
   <translation>Struck out: {value}.</translation>
  </message>
  <message>
   <source>Đã lưu giá trị mới của “{parameter}”.</source>
   <translation>The new value of “{parameter}” has been saved.</translation>
  </message>
  <message>
   <source>Đã lưu hồ sơ cơ sở.</source>
   <translation>Facility profile saved.</translation>
  </message>
  <message>
   <source>Đã xem {count} lần cai nghiện đang mở: không ngày nào dời.</source>
   <translation>Open stays looked at: {count}; no dates move.</translation>
  </message>
  <message>
   <source>Đã đọc văn bản</source>
   <translation>Legal text read</translation>
  </message>
  <message>
   <source>Đầu văn bản: {parent}, {name}, {place}, ký: {head}</source>
   <translation>Document heading: {parent}, {name}, {place}, signed: {head}</translation>
  </message>
  <message>
   <source>Đặt giá trị mới: {parameter}</source>
   <translation>Set new value: {parameter}</translation>
  </message>
  <message>
   <source>Đến hết ngày</source>
   <translation>To the end of</translation>
  </message>
  <message>
   <source>Để trống khi chưa biết ngày hết hiệu lực.</source>
   <translation>Leave empty if the last effective date is not known yet.</translation>
  </message>
  <message>
   <source>Địa chỉ</source>
   <translation>Address</translation>
  </message>
  <message>
   <source>Địa danh trên văn bản</source>
   <translation>Place name on documents</translation>
  </message>
  <message>
   <source>Đứng trước ngày tháng. Ví dụ: Phú Thọ</source>
   <translation>Stands before the date. Example: Phu Tho</translation>
  </message>
  <message>
   <source>đang áp dụng</source>
   <translation>in force</translation>
  </message>
  <message>
   <source>đã gạch bỏ</source>
   <translation>struck out</translation>
  </message>
  <message>
   <source>đã qua</source>
   <translation>past</translation>
  </message>
  <message>
   <source>đến {last}</source>
   <translation>to {last}</translation>
  </message>
  <message>
   <source>“{name}” ({source}). Ngày này trở lại như danh mục kèm chương trình.</source>
   <translation>“{name}” ({source}). This day goes back to the code list supplied with the program.</translation>
  </message>
  <message>
   <source>↑↓ chọn danh mục · Tab sang tìm trong danh mục</source>
   <translation>↑↓ select code list · Tab search in it</translation>
  </message>
 </context>
 <context>
  <name>cli</name>
  <message>
   <source>(đã xóa)</source>
   <translation>(erased)</translation>
  </message>
  <message>
   <source>Biểu mẫu</source>
   <translation>Form</translation>
  </message>
  <message>
   <source>Biểu mẫu {form} lập từ {option}.</source>
   <translation>Form {form} is made from {option}.</translation>
  </message>
  <message>
   <source>Biểu mẫu: danh sách, lập thành tệp PDF</source>
   <translation>Forms: list, make as PDF file</translation>
  </message>
  <message>
   <source>Bản dịch</source>
   <translation>Translation</translation>
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
   <source>Bảng giường: ai ở giường nào</source>
   <translation>Bed board: who is in which bed</translation>
  </message>
  <message>
   <source>Bệnh viện Bạch Mai</source>
   <translation>Bach Mai Hospital</translation>
  </message>
  <message>
   <source>Bệnh viện Đa khoa Hà Đông</source>
   <translation>Ha Dong General Hospital</translation>
  </message>
  <message>
   <source>Bị dừng giữa chừng: khóa khôi phục vừa ghi hoặc vừa hiện có thể đã có hiệu lực. Hãy giữ cả tờ này lẫn tờ cũ, rồi chạy lại lệnh.</source>
   <translation>Stopped on the way: the recovery key just written or shown may be valid already. Keep both this sheet and the former one, then run the command again.</translation>
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
   <source>Chú ý: bản sao lưu này nằm cùng ổ đĩa với dữ liệu; ổ đĩa hỏng hoặc mất máy thì mất cả hai. Hãy chép nó sang một ổ khác.</source>
   <translation>Note: this backup lies on the same disk as the data; when the disk breaks or the computer is lost, both are gone. Copy it to another disk.</translation>
  </message>
  <message>
   <source>Chưa đủ: còn mục {items}.</source>
   <translation>Not complete: items left {items}.</translation>
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
   <source>Chặn ra trước hạn</source>
   <translation>Bars early discharge</translation>
  </message>
  <message>
   <source>Chỗ ở</source>
   <translation>Accommodation</translation>
  </message>
  <message>
   <source>Chỗ ở có {count} điều không đúng.</source>
   <translation>Accommodation points that are not right: {count}.</translation>
  </message>
  <message>
   <source>Chỗ ở: bảng giường, xếp giường, kiểm tra</source>
   <translation>Accommodation: bed board, assign beds, check</translation>
  </message>
  <message>
   <source>Chữ bị cắt hoặc chưa dịch</source>
   <translation>Text cut off or not translated</translation>
  </message>
  <message>
   <source>Các biểu mẫu và những mục phải có; không cần dữ liệu</source>
   <translation>The forms and their required entries; needs no data</translation>
  </message>
  <message>
   <source>Các lệnh</source>
   <translation>Commands</translation>
  </message>
  <message>
   <source>Các thang, mục và giá trị nhận được; không cần dữ liệu</source>
   <translation>Scales, their items and accepted values; needs no data</translation>
  </message>
  <message>
   <source>Cách dùng</source>
   <translation>Usage</translation>
  </message>
  <message>
   <source>Còn</source>
   <translation>Left</translation>
  </message>
  <message>
   <source>Còn {count} việc mở.</source>
   <translation>Still open: {count}.</translation>
  </message>
  <message>
   <source>Có lỗi cần xử lý.</source>
   <translation>There are errors to put right.</translation>
  </message>
  <message>
   <source>Căn cứ</source>
   <translation>Legal basis</translation>
  </message>
  <message>
   <source>Cơ quan ban hành</source>
   <translation>Issuing authority</translation>
  </message>
  <message>
   <source>Cấp lại mật khẩu, hoặc cho tài khoản dùng máy này</source>
   <translation>Reset a password, or let an account use this computer</translation>
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
   <source>Dòng</source>
   <translation>Row</translation>
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
   <source>Ghi kết quả nhiều liều từ một tệp JSON</source>
   <translation>Record the results of several doses from a JSON file</translation>
  </message>
  <message>
   <source>Giai đoạn</source>
   <translation>Stage</translation>
  </message>
  <message>
   <source>Giá trị</source>
   <translation>Value</translation>
  </message>
  <message>
   <source>Giá trị của {option} không hợp lệ. Xem cách dùng: --help.</source>
   <translation>The value of {option} is not valid. For usage: --help.</translation>
  </message>
  <message>
   <source>Giường</source>
   <translation>Bed</translation>
  </message>
  <message>
   <source>Giải thích</source>
   <translation>Explanation</translation>
  </message>
  <message>
   <source>Giờ</source>
   <translation>Time</translation>
  </message>
  <message>
   <source>Gõ “có” để làm tiếp</source>
   <translation>Type “yes” to go on</translation>
  </message>
  <message>
   <source>Hoàn tác cả một lần nhập, khi chưa có gì ghi thêm</source>
   <translation>Undo a whole import, while nothing more has been recorded</translation>
  </message>
  <message>
   <source>Hoàn tác: import undo {undo_id}</source>
   <translation>To undo: import undo {undo_id}</translation>
  </message>
  <message>
   <source>Hãy giữ khóa khôi phục vừa ghi hoặc vừa hiện: dữ liệu của cơ sở đã nằm trong thư mục và lần mở sau sẽ làm nốt.</source>
   <translation>Keep the recovery key just written or shown: the facility's data already lies in the folder, and the next start will finish the rest.</translation>
  </message>
  <message>
   <source>Hạn dùng</source>
   <translation>Expiry</translation>
  </message>
  <message>
   <source>Hết thời hạn quản lý ngày {day}.</source>
   <translation>Temporary management ends on {day}.</translation>
  </message>
  <message>
   <source>Họ tên</source>
   <translation>Full name</translation>
  </message>
  <message>
   <source>In khóa khôi phục và cất trong két: quên mật khẩu hoặc đổi máy mà không có khóa này thì không ai mở được dữ liệu.</source>
   <translation>Print the recovery key and keep it in a safe: after a forgotten password or a change of computer, nobody can open the data without it.</translation>
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
   <source>Khu</source>
   <translation>Zone</translation>
  </message>
  <message>
   <source>Khóa hẳn tài khoản “{name}”: người này không mở được dữ liệu nữa, và tài khoản đã khóa không mở lại được (cho họ quay lại thì phải tạo tài khoản mới).</source>
   <translation>The account “{name}” is disabled for good: this person opens the data no more, and a disabled account cannot be enabled again (to come back they need a new account).</translation>
  </message>
  <message>
   <source>Khóa hẳn tài khoản; tài khoản đã khóa không mở lại được</source>
   <translation>Disable an account for good; a disabled account cannot be enabled again</translation>
  </message>
  <message>
   <source>Khóa khôi phục đã ghi vào {file}.</source>
   <translation>The recovery key has been written to {file}.</translation>
  </message>
  <message>
   <source>Khóa thiết bị cũ bị hỏng, đã cất dưới tên {name}; máy này có khóa thiết bị mới. Người khác dùng cùng tài khoản hệ điều hành này cũng phải đặt lại mật khẩu (lệnh user reset).</source>
   <translation>The former device secret was damaged and is kept as {name}; this computer has a new one. Others who use the same account of the operating system must have their passwords set again too (user reset).</translation>
  </message>
  <message>
   <source>Khóa thiết bị nằm trong một tệp, không nằm trong kho khóa của hệ điều hành (chế độ yếu hơn).</source>
   <translation>The device secret is kept in a file, not in the keyring of the operating system (the weaker mode).</translation>
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
   <source>Không dòng nào nhập được trong {rows} dòng; chưa ghi gì.</source>
   <translation>None of the {rows} rows could be imported; nothing has been written.</translation>
  </message>
  <message>
   <source>Không đánh giá được: mục {items}.</source>
   <translation>Could not be assessed: items {items}.</translation>
  </message>
  <message>
   <source>Kiểm tra chuỗi nhật ký</source>
   <translation>Verify the chain of the audit trail</translation>
  </message>
  <message>
   <source>Kiểm tra chỗ ở: điều không thể đúng, quy tắc không còn giữ</source>
   <translation>Check accommodation: what cannot be right, rules no longer kept</translation>
  </message>
  <message>
   <source>Kiểm tra sổ: chuỗi, số còn lại, trang đã ký, từng liều</source>
   <translation>Verify the register: chain, what is left, signed pages, every dose</translation>
  </message>
  <message>
   <source>Kiểm tra tệp dữ liệu và máy</source>
   <translation>Check the data file and the computer</translation>
  </message>
  <message>
   <source>Kết quả</source>
   <translation>Result</translation>
  </message>
  <message>
   <source>Liều</source>
   <translation>Dose</translation>
  </message>
  <message>
   <source>Liều của một khu trong một ngày, một lượt</source>
   <translation>Doses of one zone on one day, in one round</translation>
  </message>
  <message>
   <source>Loại riêng tư</source>
   <translation>Privacy class</translation>
  </message>
  <message>
   <source>Lô</source>
   <translation>Lot</translation>
  </message>
  <message>
   <source>Lúc (giờ Việt Nam, Asia/Ho_Chi_Minh)</source>
   <translation>When (time of Viet Nam, Asia/Ho_Chi_Minh)</translation>
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
   <source>Lần cai nghiện: quyết định, giai đoạn, thời hạn</source>
   <translation>Stays: decisions, stages, terms</translation>
  </message>
  <message>
   <source>Lập bộ hồ sơ bàn giao của một người thành các tệp PDF</source>
   <translation>Make the handover packet of a person as PDF files</translation>
  </message>
  <message>
   <source>Lập cơ sở mới</source>
   <translation>Create a new facility</translation>
  </message>
  <message>
   <source>Lập một biểu mẫu của một người thành tệp PDF</source>
   <translation>Make a form about a person as a PDF file</translation>
  </message>
  <message>
   <source>Lập một cơ sở giả định để dùng thử</source>
   <translation>Create a fictitious facility to try the program with</translation>
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
   <source>Lỗi và cách sửa</source>
   <translation>Error and how to correct it</translation>
  </message>
  <message>
   <source>Máy</source>
   <translation>Computer</translation>
  </message>
  <message>
   <source>Mã</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Mã nội dung: {digest}</source>
   <translation>Content digest: {digest}</translation>
  </message>
  <message>
   <source>Mẫu</source>
   <translation>Form</translation>
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
   <source>Một lần cai nghiện với người, quyết định, giai đoạn, chỗ ở</source>
   <translation>One stay with its person, decisions, stages and accommodation</translation>
  </message>
  <message>
   <source>Mục phải có</source>
   <translation>Required entries</translation>
  </message>
  <message>
   <source>Mục {items} có trả lời, nhưng câu trước đã trả lời là không cần hỏi: hãy hỏi lại.</source>
   <translation>Items {items} have answers, but by an earlier answer they need not be asked: ask again.</translation>
  </message>
  <message>
   <source>Nguồn và quyền sử dụng</source>
   <translation>Source and right of use</translation>
  </message>
  <message>
   <source>Ngày</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Ngày {day}: {count} liều, {open} liều chưa ghi.</source>
   <translation>{day}: doses {count}, not yet recorded {open}.</translation>
  </message>
  <message>
   <source>Ngày {day}: {taken} giường có người, còn xếp được {free}.</source>
   <translation>{day}: beds taken {taken}, still free {free}.</translation>
  </message>
  <message>
   <source>Người</source>
   <translation>Person</translation>
  </message>
  <message>
   <source>Nhập danh sách người cai nghiện (xlsx, xls, ods, csv)</source>
   <translation>Import a list of residents (xlsx, xls, ods, csv)</translation>
  </message>
  <message>
   <source>Nhập danh sách người cai nghiện từ bảng tính, hoàn tác một lần nhập</source>
   <translation>Import a list of residents from a spreadsheet, undo an import</translation>
  </message>
  <message>
   <source>Nhập dữ liệu từ bảng tính</source>
   <translation>Import data from a spreadsheet</translation>
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
   <translation>The audit trail is unbroken ({rows} entries), but the anchor is gone or damaged, so nobody can say whether its end is complete. Report to the information security officer; once it has been judged and the file is to be used all the same, an administrator runs audit accept --reason REASON.</translation>
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
   <source>Những việc còn mở trước khi một người ra cơ sở</source>
   <translation>What is still open before a person is discharged</translation>
  </message>
  <message>
   <source>Nâng cấp dữ liệu lên cấu trúc mới nhất</source>
   <translation>Upgrade the data to the newest schema</translation>
  </message>
  <message>
   <source>Nơi để</source>
   <translation>Storage</translation>
  </message>
  <message>
   <source>Nếu trở lại ngày {on}: hết hạn {day}.</source>
   <translation>If back on {on}: term ends {day}.</translation>
  </message>
  <message>
   <source>Phiếu dùng thuốc: liều đến giờ, ghi kết quả liều</source>
   <translation>Medication chart: doses due, record dose results</translation>
  </message>
  <message>
   <source>Phòng</source>
   <translation>Room</translation>
  </message>
  <message>
   <source>Quyết định</source>
   <translation>Decision</translation>
  </message>
  <message>
   <source>Quản lý cơ sở cai nghiện ma túy, không cần mạng. Không có lệnh nào: mở cửa sổ.</source>
   <translation>Manages a drug rehabilitation facility, without a network. Without a command, the window opens.</translation>
  </message>
  <message>
   <source>Quần áo thường</source>
   <translation>Everyday clothes</translation>
  </message>
  <message>
   <source>Ra cơ sở</source>
   <translation>Discharge</translation>
  </message>
  <message>
   <source>Ra cơ sở: việc còn mở, bộ hồ sơ bàn giao</source>
   <translation>Discharge: what is still open, handover packet</translation>
  </message>
  <message>
   <source>S: 2.000 người, M: 10.000, L: 25.000</source>
   <translation>S: 2,000 people, M: 10,000, L: 25,000</translation>
  </message>
  <message>
   <source>Samsung A10, màu đen</source>
   <translation>Samsung A10, black</translation>
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
   <source>Sau tạm đình chỉ không phải chấp hành tiếp: ra cơ sở từ ngày {day}.</source>
   <translation>No more to serve after the suspension: discharge from {day}.</translation>
  </message>
  <message>
   <source>Sinh</source>
   <translation>Born</translation>
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
   <source>Số ngày</source>
   <translation>Days</translation>
  </message>
  <message>
   <source>Sổ thuốc KHÔNG còn như đã ghi. Chỗ sai đầu tiên: dòng {entry} – {why}. Hãy giữ nguyên máy, đối chiếu với trang đã in, ký và báo người đứng đầu cơ sở.</source>
   <translation>The medicine register is NOT as it was recorded. First fault: entry {entry} – {why}. Leave the computer as it is, compare with the printed, signed pages and report to the head of facility.</translation>
  </message>
  <message>
   <source>Sổ thuốc phải kiểm soát đặc biệt</source>
   <translation>Controlled medicine register</translation>
  </message>
  <message>
   <source>Sổ thuốc đúng như đã ghi: {rows} dòng, {chained} dòng trong chuỗi, {pages} trang đã ký.</source>
   <translation>The medicine register is as it was recorded: {rows} entries, {chained} entries in the chain, {pages} signed pages.</translation>
  </message>
  <message>
   <source>Thang</source>
   <translation>Scale</translation>
  </message>
  <message>
   <source>Thang đánh giá</source>
   <translation>Rating scales</translation>
  </message>
  <message>
   <source>Thang đánh giá: danh sách, tính điểm từ các câu trả lời trong tệp</source>
   <translation>Rating scales: list, scoring of the answers in a file</translation>
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
   <source>Thuốc</source>
   <translation>Medicine</translation>
  </message>
  <message>
   <source>Thuốc: tồn kho, sổ thuốc phải kiểm soát đặc biệt</source>
   <translation>Medicines: stock, controlled medicine register</translation>
  </message>
  <message>
   <source>Thêm tài khoản</source>
   <translation>Add an account</translation>
  </message>
  <message>
   <source>Thư mục {folder} chưa có dữ liệu cơ sở: bản sao lưu được thử bằng khóa của chính nó, và không có nhật ký nào để ghi lần kiểm tra này.</source>
   <translation>The folder {folder} holds no facility: the backup is tried out with its own keys, and there is no trail to note this check in.</translation>
  </message>
  <message>
   <source>Thấy {total} người.</source>
   <translation>Found: {total} people.</translation>
  </message>
  <message>
   <source>Thời hạn của một lần cai nghiện, giải thích từng ngày</source>
   <translation>The term of one stay, explained day by day</translation>
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
   <source>Tài khoản</source>
   <translation>Account</translation>
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
   <source>Tìm người cai nghiện theo tên, mã hoặc số giấy tờ</source>
   <translation>Find a resident by name, code or ID document number</translation>
  </message>
  <message>
   <source>Tình trạng</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Tính thời hạn từ các giá trị trong tệp, không cần dữ liệu</source>
   <translation>Calculate terms from the values in a file, without data</translation>
  </message>
  <message>
   <source>Tính điểm các câu trả lời; không cần dữ liệu</source>
   <translation>Score the answers; needs no data</translation>
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
   <source>Tồn kho theo nơi để, thuốc và lô</source>
   <translation>Stock by place, medicine and lot</translation>
  </message>
  <message>
   <source>Tủ {cupboard}, ngăn {shelf}</source>
   <translation>Cupboard {cupboard}, shelf {shelf}</translation>
  </message>
  <message>
   <source>Từ nay chỉ khóa mới mở được dữ liệu này. Hãy giữ tờ khóa cũ cùng các bản sao lưu làm trước hôm nay: ở nơi không có thư mục dữ liệu này, mỗi bản chỉ mở được bằng tờ khóa có hiệu lực khi sao lưu.</source>
   <translation>From now on only the new key opens this data. Keep the former sheet together with the backups made before today: where this data folder is not at hand, each of them opens only with the sheet that was valid when it was made.</translation>
  </message>
  <message>
   <source>Từ ngày</source>
   <translation>From</translation>
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
   <source>Ví da</source>
   <translation>Leather wallet</translation>
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
   <source>Xem trước, chưa ghi gì: {rows} dòng, nhận {accepted} (mới {created}, hồ sơ cũ {matched}).</source>
   <translation>Preview, nothing written: rows {rows}, accepted {accepted} (new {created}, existing case files {matched}).</translation>
  </message>
  <message>
   <source>Xóa một giá trị khỏi nhật ký; chuỗi nhật ký vẫn nguyên vẹn</source>
   <translation>Erase one value from the audit trail; its chain stays whole</translation>
  </message>
  <message>
   <source>Xếp một người vào một giường, theo quy tắc</source>
   <translation>Assign a person to a bed, by the rules</translation>
  </message>
  <message>
   <source>[TÙY_CHỌN]</source>
   <translation>[OPTIONS]</translation>
  </message>
  <message>
   <source>anh, chị, em</source>
   <translation>sibling</translation>
  </message>
  <message>
   <source>bảng tính kết quả, lỗi được đánh dấu và giải thích</source>
   <translation>result spreadsheet, with errors marked and explained</translation>
  </message>
  <message>
   <source>bộ mức độ của cơ sở, với thang có nhiều bộ</source>
   <translation>the facility’s set of levels, for scales with several sets</translation>
  </message>
  <message>
   <source>chưa có số</source>
   <translation>no number yet</translation>
  </message>
  <message>
   <source>chưa xác định</source>
   <translation>not known</translation>
  </message>
  <message>
   <source>chỉ lập khóa khôi phục mới; khóa cũ hết hiệu lực</source>
   <translation>only make a new recovery key; the former one opens nothing any more</translation>
  </message>
  <message>
   <source>chỉ xem trước, không ghi gì</source>
   <translation>preview only, write nothing</translation>
  </message>
  <message>
   <source>chụp mọi trang thành ảnh PNG, in các biểu mẫu thành PDF</source>
   <translation>take every page as a PNG picture, print the forms as PDF</translation>
  </message>
  <message>
   <source>cuối ngày nào, ví dụ 2026-12-31; mặc định bây giờ</source>
   <translation>at the end of which day, for example 2026-12-31; default now</translation>
  </message>
  <message>
   <source>còn chạy</source>
   <translation>still works</translation>
  </message>
  <message>
   <source>còn tốt</source>
   <translation>in good condition</translation>
  </message>
  <message>
   <source>có</source>
   <translation>yes</translation>
  </message>
  <message>
   <source>cũ</source>
   <translation>worn</translation>
  </message>
  <message>
   <source>cả liều cần giữ kín, chỉ người được xem; lần xem được ghi vào nhật ký</source>
   <translation>confidential doses too, only for those who may view them; the viewing is recorded in the audit trail</translation>
  </message>
  <message>
   <source>danh sách giả định để dùng thử</source>
   <translation>fictitious list for trying out the program</translation>
  </message>
  <message>
   <source>dòng của thuốc phải kiểm soát nằm ngoài chuỗi sổ</source>
   <translation>an entry of a controlled medicine lies outside the register chain</translation>
  </message>
  <message>
   <source>dòng này không còn như lúc ghi</source>
   <translation>this entry is no longer as it was recorded</translation>
  </message>
  <message>
   <source>ghi chú</source>
   <translation>note</translation>
  </message>
  <message>
   <source>ghi lại từ giấy: mỗi liều có given_at</source>
   <translation>record again from paper: every dose has given_at</translation>
  </message>
  <message>
   <source>giữ giường</source>
   <translation>bed held</translation>
  </message>
  <message>
   <source>hồ sơ khác mà biểu mẫu lập từ đó: mã hoặc tên</source>
   <translation>other record the form is made from: code or name</translation>
  </message>
  <message>
   <source>không có</source>
   <translation>none</translation>
  </message>
  <message>
   <source>không có thời hạn</source>
   <translation>no term</translation>
  </message>
  <message>
   <source>không hỏi lại; nêu --reason thì cũng không hỏi lại</source>
   <translation>do not ask again; with --reason nothing is asked again either</translation>
  </message>
  <message>
   <source>liều thuốc không khớp với dòng sổ</source>
   <translation>a dose does not match the register entry</translation>
  </message>
  <message>
   <source>loại cơ sở: công lập, trường giáo dưỡng hay tư nhân</source>
   <translation>type of facility: public, reform school or private</translation>
  </message>
  <message>
   <source>lý do</source>
   <translation>reason</translation>
  </message>
  <message>
   <source>lý do, lưu trong nhật ký</source>
   <translation>reason, kept in the audit trail</translation>
  </message>
  <message>
   <source>lượt phát thuốc; không ghi là cả ngày</source>
   <translation>medication round; if omitted, the whole day</translation>
  </message>
  <message>
   <source>màu nâu</source>
   <translation>brown</translation>
  </message>
  <message>
   <source>mã cơ sở, ví dụ G01.28.12</source>
   <translation>facility code, for example G01.28.12</translation>
  </message>
  <message>
   <source>mã hoặc tên khu; không ghi là mọi người</source>
   <translation>zone code or name; if omitted, everyone</translation>
  </message>
  <message>
   <source>mã người hoặc mã lần cai nghiện</source>
   <translation>code of the person or of the stay</translation>
  </message>
  <message>
   <source>mã tỉnh, hai chữ số</source>
   <translation>province code, two digits</translation>
  </message>
  <message>
   <source>mật khẩu dùng một lần, chưa đổi</source>
   <translation>one-time password, not yet changed</translation>
  </message>
  <message>
   <source>mặt tròn, dây kim loại</source>
   <translation>round face, metal strap</translation>
  </message>
  <message>
   <source>ngày tính, ví dụ 2026-12-31; mặc định hôm nay</source>
   <translation>day to count to, for example 2026-12-31; default today</translation>
  </message>
  <message>
   <source>ngày, ví dụ 2026-12-31; mặc định hôm nay</source>
   <translation>day, for example 2026-12-31; today by default</translation>
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
   <source>phần chung (open) hoặc phần y tế (medical)</source>
   <translation>general part (open) or medical part (medical)</translation>
  </message>
  <message>
   <source>quần bò, áo sơ mi</source>
   <translation>jeans, shirt</translation>
  </message>
  <message>
   <source>sơ đồ giả định để dùng thử</source>
   <translation>fictitious layout for trying out the program</translation>
  </message>
  <message>
   <source>số còn lại của lô không bằng dòng trước cộng dòng này</source>
   <translation>what is left of the lot is not the entry before plus this entry</translation>
  </message>
  <message>
   <source>số còn lại của sổ không bằng dòng trước cộng dòng này</source>
   <translation>what is left in the register is not the entry before plus this entry</translation>
  </message>
  <message>
   <source>số còn lại nhỏ hơn 0</source>
   <translation>what is left is below 0</translation>
  </message>
  <message>
   <source>số dòng</source>
   <translation>number of entries</translation>
  </message>
  <message>
   <source>số gốc; cùng số và cỡ thì cùng dữ liệu</source>
   <translation>seed; the same seed and size give the same data</translation>
  </message>
  <message>
   <source>số thứ tự của bản này</source>
   <translation>serial number of this copy</translation>
  </message>
  <message>
   <source>sổ giả định để dùng thử</source>
   <translation>fictitious register for trying out the program</translation>
  </message>
  <message>
   <source>thiếu một dòng, hoặc một dòng bị đánh số lại</source>
   <translation>an entry is missing, or an entry was renumbered</translation>
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
   <source>thư mục mới hoặc trống; thành thư mục dữ liệu</source>
   <translation>a new or empty folder; it becomes the data folder</translation>
  </message>
  <message>
   <source>thư mục sẽ ghi các tệp</source>
   <translation>folder the files are written to</translation>
  </message>
  <message>
   <source>thư mục đích, ví dụ một ổ khác</source>
   <translation>target folder, for example on another disk</translation>
  </message>
  <message>
   <source>trang sổ đã ký không khớp với các dòng của nó</source>
   <translation>a signed register page does not match its entries</translation>
  </message>
  <message>
   <source>trả lời bằng một tài liệu JSON</source>
   <translation>answer with one JSON document</translation>
  </message>
  <message>
   <source>tài khoản của người thứ hai, khi vượt quy tắc</source>
   <translation>account of the second person, when a rule is overridden</translation>
  </message>
  <message>
   <source>tài khoản người chứng kiến, khi có thuốc phải kiểm soát</source>
   <translation>account of the witness, when a medicine is controlled</translation>
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
   <source>tệp JSON: cột, giá trị chung, quyết định</source>
   <translation>JSON file: columns, shared values, decisions</translation>
  </message>
  <message>
   <source>tệp JSON: số mục → câu trả lời</source>
   <translation>JSON file: item number → answer</translation>
  </message>
  <message>
   <source>tệp PDF sẽ ghi</source>
   <translation>PDF file to write</translation>
  </message>
  <message>
   <source>tệp có khóa khôi phục ở dòng đầu, thay cho tên tài khoản và mật khẩu</source>
   <translation>file with the recovery key on its first line, instead of an account name and a password</translation>
  </message>
  <message>
   <source>tệp có mật khẩu của người chứng kiến ở dòng đầu</source>
   <translation>file with the password of the witness on its first line</translation>
  </message>
  <message>
   <source>tệp có mật khẩu của người thứ hai ở dòng đầu</source>
   <translation>file with the second person’s password on its first line</translation>
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
   <source>tệp mới, ngoài thư mục dữ liệu, để ghi khóa khôi phục; không nêu thì khóa hiện một lần: trên màn hình (stdout), với --json thì ở stderr</source>
   <translation>new file, outside the data folder, for the recovery key; without it the key is shown once: on the screen (stdout), with --json on stderr</translation>
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
   <source>{code} {name}: {type}, tiếp nhận {admitted}. {presence}.</source>
   <translation>{code} {name}: {type}, admitted {admitted}. {presence}.</translation>
  </message>
  <message>
   <source>{code}: mức độ {band}.</source>
   <translation>{code}: level {band}.</translation>
  </message>
  <message>
   <source>{code}: tổng điểm {total}, mức độ {band}.</source>
   <translation>{code}: total score {total}, level {band}.</translation>
  </message>
  <message>
   <source>{code}: tổng điểm {total}.</source>
   <translation>{code}: total score {total}.</translation>
  </message>
  <message>
   <source>{code}: điểm từng chất.</source>
   <translation>{code}: score per substance.</translation>
  </message>
  <message>
   <source>{count} lô còn thuốc.</source>
   <translation>Lots with medicine left: {count}.</translation>
  </message>
  <message>
   <source>{count} văn bản PDF nằm trong {folder}</source>
   <translation>PDF documents in {folder}: {count}</translation>
  </message>
  <message>
   <source>{count} ảnh nằm trong {folder}</source>
   <translation>{count} pictures are in {folder}</translation>
  </message>
  <message>
   <source>{id}: {type}. Ngày ra cơ sở: {end}.</source>
   <translation>{id}: {type}. Discharge date: {end}.</translation>
  </message>
  <message>
   <source>{name}, người nhà</source>
   <translation>{name}, family</translation>
  </message>
  <message>
   <source>{note} Giấy tờ: số {number} ngày {day}.</source>
   <translation>{note} Paper: {number} of {day}.</translation>
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
   <source>{wording}. Mức độ: {evidence}.</source>
   <translation>{wording}. Level: {evidence}.</translation>
  </message>
  <message>
   <source>Đang hoàn tác…</source>
   <translation>Undoing…</translation>
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
   <source>Đang lập cơ sở giả định…</source>
   <translation>Creating the fictitious facility…</translation>
  </message>
  <message>
   <source>Đang lập cơ sở…</source>
   <translation>Creating the facility…</translation>
  </message>
  <message>
   <source>Đang nhập…</source>
   <translation>Importing…</translation>
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
   <source>Đang xem trước…</source>
   <translation>Previewing…</translation>
  </message>
  <message>
   <source>Đang đọc danh sách…</source>
   <translation>Reading the list…</translation>
  </message>
  <message>
   <source>Đang đổi khóa dữ liệu…</source>
   <translation>Changing the data key…</translation>
  </message>
  <message>
   <source>Điểm</source>
   <translation>Score</translation>
  </message>
  <message>
   <source>Điện thoại di động</source>
   <translation>Mobile phone</translation>
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
   <source>Đã ghi {count} tệp vào {path}.</source>
   <translation>Files written to {path}: {count}.</translation>
  </message>
  <message>
   <source>Đã ghi {done} liều, không ghi {refused} liều.</source>
   <translation>Doses recorded: {done}, not recorded: {refused}.</translation>
  </message>
  <message>
   <source>Đã ghi {form} ({number}), {pages} trang: {path}</source>
   <translation>{form} ({number}) written, pages {pages}: {path}</translation>
  </message>
  <message>
   <source>Đã hoàn tác: gạch bỏ {people} người, {stays} lần cai nghiện.</source>
   <translation>Undone: struck out people {people}, stays {stays}.</translation>
  </message>
  <message>
   <source>Đã khóa hẳn tài khoản {name}; tài khoản này không mở lại được.</source>
   <translation>The account {name} is disabled for good; it cannot be enabled again.</translation>
  </message>
  <message>
   <source>Đã khôi phục vào {folder}: {rows} dòng, mở bằng mật khẩu như lúc sao lưu. Đây là đời dữ liệu mới (số {epoch}); gói gửi tỉnh kế tiếp sẽ là gói đầy đủ.</source>
   <translation>Restored into {folder}: {rows} rows; it opens with the passwords as they were at the time of the backup. A new data epoch (no. {epoch}) begins; the next data bundle for the province will be a full one.</translation>
  </message>
  <message>
   <source>Đã khôi phục vào {folder}: {rows} dòng. Bước tiếp theo, đặt mật khẩu trên máy này cho từng người dùng nó, bằng tờ khóa khôi phục có hiệu lực khi sao lưu: user reset TÊN --recovery-key-file TỆP --data {folder}. Đây là đời dữ liệu mới (số {epoch}); gói gửi tỉnh kế tiếp sẽ là gói đầy đủ.</source>
   <translation>Restored into {folder}: {rows} rows. Next, set a password on this computer for everyone who uses it, with the recovery sheet that was valid when the backup was made: user reset NAME --recovery-key-file FILE --data {folder}. A new data epoch (no. {epoch}) begins; the next data bundle for the province will be a full one.</translation>
  </message>
  <message>
   <source>Đã kết thúc ngày {day}: {reason}.</source>
   <translation>Ended on {day}: {reason}.</translation>
  </message>
  <message>
   <source>Đã lập cơ sở giả định trong {out}: {people} người, {rows} dòng, {seconds} giây.</source>
   <translation>A fictitious facility has been created in {out}: {people} people, {rows} rows, {seconds} seconds.</translation>
  </message>
  <message>
   <source>Đã lập cơ sở {name} (mã {code}). Dữ liệu: {db}</source>
   <translation>Facility {name} (code {code}) has been created. Data: {db}</translation>
  </message>
  <message>
   <source>Đã nhập {accepted}/{rows} dòng: {created} người mới, {matched} hồ sơ cũ, {stays} lần cai.</source>
   <translation>Rows imported {accepted}/{rows}: new people {created}, existing case files {matched}, stays {stays}.</translation>
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
   <source>Đã xếp {code} vào giường {bed}.</source>
   <translation>{code} has been assigned to bed {bed}.</translation>
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
   <source>Đến ngày</source>
   <translation>To</translation>
  </message>
  <message>
   <source>Đến {on}: đã chấp hành {served} ngày, được trừ {credited}, cộng thêm {added}, còn lại {left}.</source>
   <translation>Up to {on}: days served {served}, credited {credited}, added {added}, remaining {left}.</translation>
  </message>
  <message>
   <source>Đến {on}: đã quản lý {served} ngày.</source>
   <translation>Up to {on}: days held {served}.</translation>
  </message>
  <message>
   <source>Đồng hồ đeo tay</source>
   <translation>Wristwatch</translation>
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
   <source>Đủ 18 tuổi ngày {day}.</source>
   <translation>Turns 18 on {day}.</translation>
  </message>
  <message>
   <source>đã dùng, vỡ góc kính</source>
   <translation>used, glass cracked at corner</translation>
  </message>
  <message>
   <source>đã khóa</source>
   <translation>disabled</translation>
  </message>
  <message>
   <source>đóng: {reason}</source>
   <translation>closed: {reason}</translation>
  </message>
  <message>
   <source>đọc từng trang và từng chỉ mục</source>
   <translation>read every page and every index</translation>
  </message>
  <message>
   <source>Ảnh hưởng</source>
   <translation>Effect</translation>
  </message>
 </context>
 <context>
  <name>correspondence</name>
  <message>
   <source>Biểu mẫu này không mang số. Sau khi ban hành không sửa được nữa.</source>
   <translation>This form carries no number. Once issued, it can no longer be edited.</translation>
  </message>
  <message>
   <source>Bản này lập không có phần y tế; phần y tế nằm ở bản số {number}, ngày {day}.</source>
   <translation>This version was made without the medical part; the medical part is in version no. {number}, {day}.</translation>
  </message>
  <message>
   <source>Bản quét</source>
   <translation>Scans</translation>
  </message>
  <message>
   <source>Bản quét giấy báo nhận</source>
   <translation>Scan of proof of receipt</translation>
  </message>
  <message>
   <source>Bản quét “{title}” rời khỏi văn bản nhưng vẫn giữ trong dữ liệu, cùng lý do.</source>
   <translation>The scan “{title}” leaves the document but stays in the data, with the reason.</translation>
  </message>
  <message>
   <source>Chưa ai có quyền ký. Hãy ghi chức vụ hoặc quyền ký ở trang Cán bộ.</source>
   <translation>Nobody has authority to sign yet. Record a post or a signing authority on the page Staff.</translation>
  </message>
  <message>
   <source>Chưa ban hành văn bản nào về người này.</source>
   <translation>No documents about this person issued yet.</translation>
  </message>
  <message>
   <source>Chưa có bản quét nào.</source>
   <translation>No scans yet.</translation>
  </message>
  <message>
   <source>Chưa có văn bản đến nào về người này.</source>
   <translation>No incoming documents about this person yet.</translation>
  </message>
  <message>
   <source>Chưa ghi nơi nhận nào.</source>
   <translation>No recipients recorded yet.</translation>
  </message>
  <message>
   <source>Chưa in lần nào</source>
   <translation>Not printed yet</translation>
  </message>
  <message>
   <source>Chưa thể coi văn bản này là thật</source>
   <translation>This document cannot be taken as genuine yet</translation>
  </message>
  <message>
   <source>Chỉ cần khi ngày ban hành thuộc năm trước.</source>
   <translation>Only needed if the date of issue is in a past year.</translation>
  </message>
  <message>
   <source>Chỉ cần khi sửa một ngày đã ghi trước đó.</source>
   <translation>Only needed when correcting a date recorded before.</translation>
  </message>
  <message>
   <source>Chọn bản quét của văn bản</source>
   <translation>Choose the scan of the document</translation>
  </message>
  <message>
   <source>Chọn người thì các mục nhân thân còn trống được điền từ hồ sơ.</source>
   <translation>Choose a person and the empty personal details are filled in from the case file.</translation>
  </message>
  <message>
   <source>Chọn thì các mục còn trống được điền từ đó.</source>
   <translation>If chosen, the entries still empty are filled in from it.</translation>
  </message>
  <message>
   <source>Ctrl+P in · Enter ghi ngày gửi, nhận của nơi nhận đang chọn</source>
   <translation>Ctrl+P print · Enter record sending, receipt of selected recipient</translation>
  </message>
  <message>
   <source>Có nội dung y tế</source>
   <translation>Medical content</translation>
  </message>
  <message>
   <source>Dòng gạch bỏ vẫn giữ số đến và nội dung, cùng người gạch, giờ và lý do.</source>
   <translation>A struck out entry keeps its arrival number and content, with who struck it out, when and why.</translation>
  </message>
  <message>
   <source>Dòng sổ đã gạch bỏ.</source>
   <translation>The register entry has been struck out.</translation>
  </message>
  <message>
   <source>Dựa vào {paper} đã hủy</source>
   <translation>Rests on {paper}, which is void</translation>
  </message>
  <message>
   <source>Enter mở văn bản · Ctrl+N lập văn bản · Ctrl+P in các dòng chọn</source>
   <translation>Enter open document · Ctrl+N draw up document · Ctrl+P print selected rows</translation>
  </message>
  <message>
   <source>Enter mở văn bản · Ctrl+N vào sổ văn bản mới</source>
   <translation>Enter open document · Ctrl+N register document</translation>
  </message>
  <message>
   <source>Enter ô kế · F4 mở danh sách · Ctrl+Enter {verb}</source>
   <translation>Enter next box · F4 open list · Ctrl+Enter {verb}</translation>
  </message>
  <message>
   <source>F2 sửa dòng sổ · Enter mở bản quét đang chọn</source>
   <translation>F2 edit entry · Enter open selected scan</translation>
  </message>
  <message>
   <source>Giờ rồi ngày: 07:30 21/11/2026, 7h30 h</source>
   <translation>Time then date: 07:30 21/11/2026, 7h30 h</translation>
  </message>
  <message>
   <source>Gạch bỏ dòng sổ số đến {no}</source>
   <translation>Strike out register entry no. {no}</translation>
  </message>
  <message>
   <source>Hãy chọn một biểu mẫu ở trên.</source>
   <translation>Choose a form above.</translation>
  </message>
  <message>
   <source>Hãy chọn một bản quét trong danh sách.</source>
   <translation>Choose a scan in the list.</translation>
  </message>
  <message>
   <source>Hãy chọn một hay nhiều dòng trong sổ trước (giữ Shift hoặc Ctrl để chọn nhiều).</source>
   <translation>Choose one or more rows in the register first (hold Shift or Ctrl to choose several).</translation>
  </message>
  <message>
   <source>Hãy quét hoặc dán mã trước.</source>
   <translation>Scan or paste the code first.</translation>
  </message>
  <message>
   <source>Hủy theo vì dựa vào văn bản này: {papers}. Hãy thu hồi các bản đã giao.</source>
   <translation>Voided too, as they rest on this document: {papers}. Call back the copies already handed over.</translation>
  </message>
  <message>
   <source>Hủy văn bản {number}</source>
   <translation>Void document {number}</translation>
  </message>
  <message>
   <source>Hủy văn bản {number}. Lý do: {reason}</source>
   <translation>Void document {number}. Reason: {reason}</translation>
  </message>
  <message>
   <source>In {count} văn bản</source>
   <translation>Print documents: {count}</translation>
  </message>
  <message>
   <source>Không có phần nào của văn bản mà vai trò của bạn được xem.</source>
   <translation>No part of this document may be viewed by your roles.</translation>
  </message>
  <message>
   <source>Không có văn bản nào khớp. Hãy bỏ bớt chữ hoặc bỏ lọc năm, biểu mẫu.</source>
   <translation>No documents match. Type fewer letters or clear the filters for year and form.</translation>
  </message>
  <message>
   <source>Không có văn bản nào khớp. Hãy bỏ bớt chữ hoặc bỏ lọc năm, nơi gửi.</source>
   <translation>No documents match. Type fewer letters or clear the filters for year and sender.</translation>
  </message>
  <message>
   <source>Kiểm tra mã QR</source>
   <translation>Verify QR code</translation>
  </message>
  <message>
   <source>Kiểm tra mã QR trên văn bản</source>
   <translation>Verify QR code on document</translation>
  </message>
  <message>
   <source>Loại văn bản này chỉ in theo mẫu, không sửa bằng Word.</source>
   <translation>This type of document is only printed as its form stands, not edited in Word.</translation>
  </message>
  <message>
   <source>Lưu thành tệp PDF</source>
   <translation>Save as PDF file</translation>
  </message>
  <message>
   <source>Lưu thành tệp Word</source>
   <translation>Save as Word file</translation>
  </message>
  <message>
   <source>Lần in</source>
   <translation>Prints</translation>
  </message>
  <message>
   <source>Lần in này ghi vào sổ là “{stamp}”.</source>
   <translation>This print is recorded in the register as “{stamp}”.</translation>
  </message>
  <message>
   <source>Lần in đã ghi vào sổ; nếu in lại, giấy sẽ ghi “In lại”.</source>
   <translation>The print has been recorded in the register; if printed again, the paper will say “Reprint”.</translation>
  </message>
  <message>
   <source>Lập từ hồ sơ, sổ sách</source>
   <translation>Made from record, register</translation>
  </message>
  <message>
   <source>Mã trên văn bản</source>
   <translation>Code on document</translation>
  </message>
  <message>
   <source>Mỗi dòng một mục.</source>
   <translation>One item on each line.</translation>
  </message>
  <message>
   <source>Ngày/tháng/năm; chỉ biết năm thì ghi năm: 1987</source>
   <translation>Day/month/year; if only the year is known, write the year: 1987</translation>
  </message>
  <message>
   <source>Người trên giấy (chữ cái đầu họ tên)</source>
   <translation>Person on the paper (initials of the full name)</translation>
  </message>
  <message>
   <source>Người đứng đầu cơ sở xác nhận</source>
   <translation>Head of facility confirms</translation>
  </message>
  <message>
   <source>Nơi nhận</source>
   <translation>Recipients</translation>
  </message>
  <message>
   <source>Nơi nhận và chữ ký</source>
   <translation>Recipients and signature</translation>
  </message>
  <message>
   <source>Nội dung</source>
   <translation>Content</translation>
  </message>
  <message>
   <source>Nội dung văn bản này chép từ kế hoạch mà vai trò của bạn không được xem; ở đây chỉ có phần ghi sổ.</source>
   <translation>The content of this document was copied from a plan your roles may not view; only the register entry is shown here.</translation>
  </message>
  <message>
   <source>Phần y tế</source>
   <translation>Medical part</translation>
  </message>
  <message>
   <source>Sẽ mang số {number} nếu không ai lấy số này trước. Sau khi ban hành không sửa được nữa.</source>
   <translation>Will carry number {number} unless someone takes it first. Once issued, it can no longer be edited.</translation>
  </message>
  <message>
   <source>Số bưu gửi, số tham chiếu</source>
   <translation>Postal or reference number</translation>
  </message>
  <message>
   <source>Số đến {no}/{year}</source>
   <translation>Arrival no. {no}/{year}</translation>
  </message>
  <message>
   <source>Số, nơi gửi, trích yếu, tên người…</source>
   <translation>Number, sender, subject, name of person…</translation>
  </message>
  <message>
   <source>Số, trích yếu, tên người, nơi nhận…</source>
   <translation>Number, subject, name of person, recipient…</translation>
  </message>
  <message>
   <source>Sổ ghi</source>
   <translation>Register entry</translation>
  </message>
  <message>
   <source>Sổ văn bản đi chưa có văn bản nào.</source>
   <translation>The outgoing register has no documents yet.</translation>
  </message>
  <message>
   <source>Sổ văn bản đến</source>
   <translation>Incoming register</translation>
  </message>
  <message>
   <source>Sổ văn bản đến chưa có văn bản nào.</source>
   <translation>The incoming register has no documents yet.</translation>
  </message>
  <message>
   <source>Sửa dòng sổ số đến {no}</source>
   <translation>Edit register entry no. {no}</translation>
  </message>
  <message>
   <source>Tệp Word (*.docx)</source>
   <translation>Word file (*.docx)</translation>
  </message>
  <message>
   <source>Tệp này không đọc được. Hãy đính kèm lại bản gốc.</source>
   <translation>This file cannot be read. Attach the original again.</translation>
  </message>
  <message>
   <source>Văn bản</source>
   <translation>Documents</translation>
  </message>
  <message>
   <source>Văn bản còn giá trị. Hãy hủy văn bản này trước khi lập văn bản thay thế.</source>
   <translation>The document is in force. Void it before drawing up one to replace it.</translation>
  </message>
  <message>
   <source>Văn bản còn đang mở.</source>
   <translation>The document is still being opened.</translation>
  </message>
  <message>
   <source>Văn bản khác (không theo biểu mẫu)</source>
   <translation>Other document (no form)</translation>
  </message>
  <message>
   <source>Văn bản này còn phần y tế, chỉ bác sĩ, điều dưỡng trưởng và người đứng đầu đọc.</source>
   <translation>This document also has a medical part, which only doctors, the chief nurse and the head read.</translation>
  </message>
  <message>
   <source>Văn bản này không theo biểu mẫu; nội dung nằm ở bản quét.</source>
   <translation>This document does not follow a form; its content is in the scan.</translation>
  </message>
  <message>
   <source>Văn bản thay thế</source>
   <translation>Replacing document</translation>
  </message>
  <message>
   <source>Văn bản đi</source>
   <translation>Outgoing documents</translation>
  </message>
  <message>
   <source>Văn bản đã ban hành</source>
   <translation>Issued document</translation>
  </message>
  <message>
   <source>Văn bản đã hủy nên không ghi gửi, nhận nữa.</source>
   <translation>The document is void, so sending and receipt are no longer recorded.</translation>
  </message>
  <message>
   <source>Văn bản đã hủy rồi. Nếu cần, hãy lập văn bản thay thế.</source>
   <translation>The document is already void. If need be, draw up one to replace it.</translation>
  </message>
  <message>
   <source>Văn bản đến</source>
   <translation>Incoming documents</translation>
  </message>
  <message>
   <source>Văn bản đến là</source>
   <translation>Incoming document is</translation>
  </message>
  <message>
   <source>Văn bản đến trong sổ</source>
   <translation>Incoming document in the register</translation>
  </message>
  <message>
   <source>Văn thư</source>
   <translation>Clerk</translation>
  </message>
  <message>
   <source>Về người cai nghiện</source>
   <translation>About resident</translation>
  </message>
  <message>
   <source>Về người chưa có hồ sơ, hoặc việc khác</source>
   <translation>About a person without a case file, or another matter</translation>
  </message>
  <message>
   <source>Xem trước khi ban hành</source>
   <translation>Preview before issuing</translation>
  </message>
  <message>
   <source>biểu mẫu</source>
   <translation>forms</translation>
  </message>
  <message>
   <source>chưa gửi</source>
   <translation>not sent</translation>
  </message>
  <message>
   <source>còn nơi chưa gửi</source>
   <translation>some not sent</translation>
  </message>
  <message>
   <source>công văn</source>
   <translation>official letters</translation>
  </message>
  <message>
   <source>gửi {sent}/{all}</source>
   <translation>sent {sent}/{all}</translation>
  </message>
  <message>
   <source>không số</source>
   <translation>no number</translation>
  </message>
  <message>
   <source>sổ văn bản đi</source>
   <translation>register of outgoing documents</translation>
  </message>
  <message>
   <source>sổ văn bản đến</source>
   <translation>register of incoming documents</translation>
  </message>
  <message>
   <source>{count} lần, lần cuối {when}</source>
   <translation>Times: {count}, last {when}</translation>
  </message>
  <message>
   <source>{count} trang</source>
   <translation>Pages: {count}</translation>
  </message>
  <message>
   <source>{form} · {title}</source>
   <translation>{form} · {title}</translation>
  </message>
  <message>
   <source>{name} – {title}</source>
   <translation>{name} – {title}</translation>
  </message>
  <message>
   <source>{number} {title}</source>
   <translation>{number} {title}</translation>
  </message>
  <message>
   <source>{time} ngày {day}</source>
   <translation>{time} on {day}</translation>
  </message>
  <message>
   <source>{title}. Văn bản hủy vẫn giữ số, nội dung và chỗ trong sổ; các bản đã gửi cần thu hồi. Việc này không lấy lại được.</source>
   <translation>{title}. A void document keeps its number, its content and its place in the register; copies already sent must be called back. This cannot be undone.</translation>
  </message>
  <message>
   <source>Đang ghi trong sổ</source>
   <translation>In the register</translation>
  </message>
  <message>
   <source>Đã ban hành văn bản số {number}.</source>
   <translation>Document {number} issued.</translation>
  </message>
  <message>
   <source>Đã ghi lần in đầu vào sổ.</source>
   <translation>First print recorded in the register.</translation>
  </message>
  <message>
   <source>Đã ghi ngày gửi, nhận.</source>
   <translation>Sending and receipt recorded.</translation>
  </message>
  <message>
   <source>Đã gạch bỏ</source>
   <translation>Struck out</translation>
  </message>
  <message>
   <source>Đã gạch bỏ bản quét.</source>
   <translation>Scan struck out.</translation>
  </message>
  <message>
   <source>Đã gạch bỏ dòng sổ số đến {no}.</source>
   <translation>Register entry no. {no} struck out.</translation>
  </message>
  <message>
   <source>Đã gạch bỏ: {reason}</source>
   <translation>Struck out: {reason}</translation>
  </message>
  <message>
   <source>Đã hủy văn bản {number}. Số vẫn giữ trong sổ.</source>
   <translation>Document {number} is void. Its number stays in the register.</translation>
  </message>
  <message>
   <source>Đã hủy: {reason}</source>
   <translation>Void: {reason}</translation>
  </message>
  <message>
   <source>Đã in</source>
   <translation>Printed</translation>
  </message>
  <message>
   <source>Đã lưu tệp “{file}”.</source>
   <translation>File “{file}” saved.</translation>
  </message>
  <message>
   <source>Đã lập {form}; biểu mẫu này không mang số.</source>
   <translation>{form} made; this form carries no number.</translation>
  </message>
  <message>
   <source>Đã sửa dòng sổ số đến {no}.</source>
   <translation>Register entry no. {no} edited.</translation>
  </message>
  <message>
   <source>Đã thêm nơi nhận.</source>
   <translation>Recipient added.</translation>
  </message>
  <message>
   <source>Đã vào sổ: số đến {no}.</source>
   <translation>Registered: arrival no. {no}.</translation>
  </message>
  <message>
   <source>Đã điền {count} mục từ hồ sơ; hãy đối chiếu trước khi ban hành.</source>
   <translation>Entries filled in from the case file: {count}; check them before issuing.</translation>
  </message>
  <message>
   <source>Đã đính kèm bản quét.</source>
   <translation>Scan attached.</translation>
  </message>
  <message>
   <source>Đính kèm bản quét loại “Giấy báo nhận, biên nhận” trước rồi chọn ở đây.</source>
   <translation>Attach a scan of the type “Proof of receipt” first, then choose it here.</translation>
  </message>
  <message>
   <source>Đơn vị, người nhận giải quyết</source>
   <translation>Department or person to handle it</translation>
  </message>
  <message>
   <source>Đầu văn bản</source>
   <translation>Heading</translation>
  </message>
  <message>
   <source>Đặt con trỏ vào ô dưới rồi quét mã ở cuối trang đầu của văn bản, hoặc dán dòng chữ bắt đầu bằng FAC1.</source>
   <translation>Put the cursor in the box below and scan the code at the foot of the first page of the document, or paste the line that begins with FAC1.</translation>
  </message>
  <message>
   <source>đã gửi đủ</source>
   <translation>all sent</translation>
  </message>
  <message>
   <source>đã gửi, chưa nhận đủ</source>
   <translation>sent, some not received</translation>
  </message>
  <message>
   <source>đã nhận đủ</source>
   <translation>all received</translation>
  </message>
  <message>
   <source>–</source>
   <translation>–</translation>
  </message>
  <message>
   <source>“{value}” cần có giờ rồi đến ngày. Ví dụ: 07:30 21/11/2026, hoặc 7h30 h.</source>
   <translation>“{value}” needs a time, then a date. Example: 07:30 21/11/2026, or 7h30 h.</translation>
  </message>
  <message>
   <source>“{value}”: không có giờ này trong ngày. Giờ từ 0 đến 23, phút từ 0 đến 59.</source>
   <translation>“{value}”: there is no such time of day. Hours are 0 to 23, minutes 0 to 59.</translation>
  </message>
  <message>
   <source>“{value}”: năm sinh từ {first} đến {last}, tháng từ 1 đến 12. Ví dụ: 1987, 05/1987.</source>
   <translation>“{value}”: year of birth from {first} to {last}, month from 1 to 12. Examples: 1987, 05/1987.</translation>
  </message>
 </context>
 <context>
  <name>demo</name>
  <message>
   <source>Cán bộ Công an cấp xã</source>
   <translation>Commune police officer</translation>
  </message>
  <message>
   <source>Khu bệnh truyền nhiễm</source>
   <translation>Infectious disease zone</translation>
  </message>
  <message>
   <source>Khu cai nghiện bắt buộc</source>
   <translation>Compulsory rehabilitation zone</translation>
  </message>
  <message>
   <source>Khu cai nghiện tự nguyện</source>
   <translation>Voluntary rehabilitation zone</translation>
  </message>
  <message>
   <source>Khu dành riêng</source>
   <translation>Separate zone</translation>
  </message>
  <message>
   <source>Khu hành chính</source>
   <translation>Administration zone</translation>
  </message>
  <message>
   <source>Khu lưu trú khi lập hồ sơ</source>
   <translation>Temporary management zone</translation>
  </message>
  <message>
   <source>Khu người chưa đủ 18 tuổi</source>
   <translation>Zone for people under 18</translation>
  </message>
  <message>
   <source>Khu y tế và điều trị cắt cơn</source>
   <translation>Medical and detox zone</translation>
  </message>
  <message>
   <source>Tỉnh táo, đi lại được, run nhẹ hai tay</source>
   <translation>Alert, can walk, slight tremor of both hands</translation>
  </message>
  <message>
   <source>Về việc xác minh nơi cư trú của người sắp hoàn thành cai nghiện</source>
   <translation>On verifying the residence of a person about to complete rehabilitation</translation>
  </message>
 </context>
 <context>
  <name>deposits</name>
  <message>
   <source>Bên ký thứ hai</source>
   <translation>Second signatory</translation>
  </message>
  <message>
   <source>Chi</source>
   <translation>Out</translation>
  </message>
  <message>
   <source>Chênh lệch</source>
   <translation>Difference</translation>
  </message>
  <message>
   <source>Chưa báo người cai nghiện</source>
   <translation>Resident not told yet</translation>
  </message>
  <message>
   <source>Chưa chọn người.</source>
   <translation>No person chosen.</translation>
  </message>
  <message>
   <source>Chưa có ai trong cơ sở. Người được tiếp nhận sẽ hiện ở đây.</source>
   <translation>Nobody is in the facility yet. People admitted appear here.</translation>
  </message>
  <message>
   <source>Chưa có khoản tiền nào trong sổ lưu ký của người này.</source>
   <translation>This person’s safekeeping register has no sums yet.</translation>
  </message>
  <message>
   <source>Chưa có phiếu, biên bản nào.</source>
   <translation>No slips or minutes yet.</translation>
  </message>
  <message>
   <source>Chưa cấp phát gì cho người này.</source>
   <translation>Nothing issued to this person yet.</translation>
  </message>
  <message>
   <source>Chưa khóa sổ tháng nào.</source>
   <translation>No months closed yet.</translation>
  </message>
  <message>
   <source>Chưa lập phiếu nào ở đây.</source>
   <translation>No slips made here yet.</translation>
  </message>
  <message>
   <source>Chưa nhận giữ đồ vật nào của người này.</source>
   <translation>No items of this person received yet.</translation>
  </message>
  <message>
   <source>Chỉ nhận tiền Việt Nam đồng. Tiền thân nhân gửi khi thăm gặp hoặc qua bưu điện vào sổ lưu ký; tiền bưu điện phải báo cho người cai nghiện biết (NĐ 163/2026 Đ120.3).</source>
   <translation>Only Vietnamese dong is accepted. Money that relatives bring on visits or send by post goes into the safekeeping register; the resident must be told of money sent by post (Decree 163/2026, Art. 120.3).</translation>
  </message>
  <message>
   <source>Chỗ ở</source>
   <translation>Accommodation</translation>
  </message>
  <message>
   <source>Cuối kỳ</source>
   <translation>Closing</translation>
  </message>
  <message>
   <source>Cán bộ cấp phát</source>
   <translation>Issuing officer</translation>
  </message>
  <message>
   <source>Cán bộ cấp phát; lý do</source>
   <translation>Issuing officer; reason</translation>
  </message>
  <message>
   <source>Cán bộ nhận, giao</source>
   <translation>Officer receiving, giving</translation>
  </message>
  <message>
   <source>Còn</source>
   <translation>Left</translation>
  </message>
  <message>
   <source>Còn giữ {amount} tiền lưu ký chưa trả</source>
   <translation>Safekeeping money still kept, not returned: {amount}</translation>
  </message>
  <message>
   <source>Còn giữ {count} đồ vật lưu ký chưa trả</source>
   <translation>Safekeeping items still kept, not returned: {count}</translation>
  </message>
  <message>
   <source>Còn {count} đồ vật cấm chưa chuyển giao, tiêu hủy</source>
   <translation>Banned items not yet transferred or destroyed: {count}</translation>
  </message>
  <message>
   <source>Còn {count} đồ vật cấm: chuyển giao hoặc tiêu hủy, kèm biên bản.</source>
   <translation>Banned items still kept: {count}. Transfer or destroy them, with minutes.</translation>
  </message>
  <message>
   <source>Còn được cấp</source>
   <translation>Still to issue</translation>
  </message>
  <message>
   <source>Còn được cấp phát</source>
   <translation>Still to issue</translation>
  </message>
  <message>
   <source>Có tiền</source>
   <translation>Has money</translation>
  </message>
  <message>
   <source>Có đồ vật</source>
   <translation>Has items</translation>
  </message>
  <message>
   <source>Có đồ vật cấm</source>
   <translation>Has banned items</translation>
  </message>
  <message>
   <source>Căn cứ</source>
   <translation>Legal basis</translation>
  </message>
  <message>
   <source>Cơ sở không giữ tiền hay đồ vật nào trả được cho người này.</source>
   <translation>The facility keeps no money or items that can be returned to this person.</translation>
  </message>
  <message>
   <source>Cấp phát đồ dùng</source>
   <translation>Issue supplies</translation>
  </message>
  <message>
   <source>Cất ở</source>
   <translation>Kept in</translation>
  </message>
  <message>
   <source>Dòng</source>
   <translation>Row</translation>
  </message>
  <message>
   <source>Dòng này không cần báo, hoặc đã báo.</source>
   <translation>This entry needs no telling, or the resident has been told.</translation>
  </message>
  <message>
   <source>Dòng này đã được điều chỉnh.</source>
   <translation>This entry has been corrected.</translation>
  </message>
  <message>
   <source>Dòng điều chỉnh không bị điều chỉnh nữa.</source>
   <translation>A correcting entry is not corrected again.</translation>
  </message>
  <message>
   <source>Enter mở sổ lưu ký của người đang chọn · Ctrl+A chọn tất cả</source>
   <translation>Enter open safekeeping register of selected person · Ctrl+A select all</translation>
  </message>
  <message>
   <source>Giao</source>
   <translation>Give</translation>
  </message>
  <message>
   <source>Giao thế nào</source>
   <translation>How given</translation>
  </message>
  <message>
   <source>Giải thích</source>
   <translation>Explanation</translation>
  </message>
  <message>
   <source>Họ tên và quan hệ; cần khi gửi về cho thân nhân</source>
   <translation>Full name and relationship; needed when sending to relatives</translation>
  </message>
  <message>
   <source>Họ tên và quan hệ; tiền khi tiếp nhận thì để trống</source>
   <translation>Full name and relationship; leave empty for money on admission</translation>
  </message>
  <message>
   <source>Khoản</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Khóa sổ lưu ký</source>
   <translation>Safekeeping closing</translation>
  </message>
  <message>
   <source>Không còn đồ vật nào của người này trong kho.</source>
   <translation>No items of this person are left in store.</translation>
  </message>
  <message>
   <source>Không còn đồ vật nào trong kho.</source>
   <translation>No items are left in store.</translation>
  </message>
  <message>
   <source>Không có ai khớp. Hãy bỏ bớt bộ lọc hoặc gõ ít chữ hơn.</source>
   <translation>Nobody matches. Clear some filters or type fewer letters.</translation>
  </message>
  <message>
   <source>Không có ai trong cơ sở để cấp phát.</source>
   <translation>There is nobody in the facility to issue to.</translation>
  </message>
  <message>
   <source>Không có túi niêm phong nào trong kho.</source>
   <translation>There are no sealed bags in store.</translation>
  </message>
  <message>
   <source>Không có định mức cấp phát cho người không ở trong cơ sở.</source>
   <translation>There is no issue allowance for a person who is not in the facility.</translation>
  </message>
  <message>
   <source>Không giữ gì</source>
   <translation>Nothing kept</translation>
  </message>
  <message>
   <source>Kiểm đếm</source>
   <translation>Counted</translation>
  </message>
  <message>
   <source>Lý do tiêu hủy, chuyển giao</source>
   <translation>Reason to destroy, transfer</translation>
  </message>
  <message>
   <source>Lưu ký</source>
   <translation>Safekeeping</translation>
  </message>
  <message>
   <source>Lưu ký &amp; thăm gặp</source>
   <translation>Safekeeping &amp; visits</translation>
  </message>
  <message>
   <source>Lưu ý</source>
   <translation>Remark</translation>
  </message>
  <message>
   <source>Mở danh sách Lưu ký để chọn người khác.</source>
   <translation>Open the list Safekeeping to choose someone else.</translation>
  </message>
  <message>
   <source>Mở danh sách Lưu ký, chọn người, rồi mở lại tờ này.</source>
   <translation>Open the list Safekeeping, choose a person, then open this sheet again.</translation>
  </message>
  <message>
   <source>Ngày báo</source>
   <translation>Told on</translation>
  </message>
  <message>
   <source>Ngày báo (tiền bưu điện)</source>
   <translation>Told on (money by post)</translation>
  </message>
  <message>
   <source>Ngày nhận</source>
   <translation>Date received</translation>
  </message>
  <message>
   <source>Ngày ra</source>
   <translation>Discharge date</translation>
  </message>
  <message>
   <source>Người cai nghiện</source>
   <translation>Resident</translation>
  </message>
  <message>
   <source>Người có tiền</source>
   <translation>With money</translation>
  </message>
  <message>
   <source>Người có đồ vật</source>
   <translation>With items</translation>
  </message>
  <message>
   <source>Người gửi</source>
   <translation>Sender</translation>
  </message>
  <message>
   <source>Người gửi, người nhận</source>
   <translation>Sender, receiver</translation>
  </message>
  <message>
   <source>Người gửi, nhận; ghi chú</source>
   <translation>Sender, receiver; note</translation>
  </message>
  <message>
   <source>Người khóa sổ</source>
   <translation>Closed by</translation>
  </message>
  <message>
   <source>Người làm chứng</source>
   <translation>Witness</translation>
  </message>
  <message>
   <source>Người mang đến</source>
   <translation>Brought by</translation>
  </message>
  <message>
   <source>Người nhận</source>
   <translation>Receiver</translation>
  </message>
  <message>
   <source>Người nhận thay</source>
   <translation>Other receiver</translation>
  </message>
  <message>
   <source>Người nhận, chứng kiến</source>
   <translation>Receiver, witness</translation>
  </message>
  <message>
   <source>Người nhận; biên bản; lý do</source>
   <translation>Receiver; minutes; reason</translation>
  </message>
  <message>
   <source>Người được tiếp nhận sẽ hiện ở đây.</source>
   <translation>People admitted appear here.</translation>
  </message>
  <message>
   <source>Nhận</source>
   <translation>Received</translation>
  </message>
  <message>
   <source>Nhận giữ đồ vật</source>
   <translation>Receive items</translation>
  </message>
  <message>
   <source>Niêm phong</source>
   <translation>Seal</translation>
  </message>
  <message>
   <source>Niêm phong mới nếu mở túi</source>
   <translation>New seal if bag is opened</translation>
  </message>
  <message>
   <source>Niêm phong, nơi cất</source>
   <translation>Seal, where kept</translation>
  </message>
  <message>
   <source>Nơi cất giữ</source>
   <translation>Where kept</translation>
  </message>
  <message>
   <source>Phiếu chuyển tiền, bảng kê căng tin…</source>
   <translation>Money transfer slip, canteen list…</translation>
  </message>
  <message>
   <source>Phiếu {receipt}, {amount}. Dòng sai giữ nguyên trong sổ; một dòng ngược lại đề ngày hôm nay bù cả khoản. Sau đó ghi lại khoản đúng.</source>
   <translation>Slip {receipt}, {amount}. The wrong entry stays in the register; a reverse entry dated today offsets the whole sum. Then record the right sum.</translation>
  </message>
  <message>
   <source>Phiếu {receipt}, {amount}. Ghi ngày đã báo cho người cai nghiện biết.</source>
   <translation>Slip {receipt}, {amount}. Record the day the resident was told.</translation>
  </message>
  <message>
   <source>Phiếu, biên bản đồ vật</source>
   <translation>Item slips, minutes</translation>
  </message>
  <message>
   <source>Ra trong 7 ngày, còn giữ</source>
   <translation>Leaving in 7 d, still kept</translation>
  </message>
  <message>
   <source>Sắp ra</source>
   <translation>Leaving soon</translation>
  </message>
  <message>
   <source>Số biên bản</source>
   <translation>Minutes no.</translation>
  </message>
  <message>
   <source>Số dư</source>
   <translation>Balance</translation>
  </message>
  <message>
   <source>Số giấy tờ kèm theo</source>
   <translation>Enclosed paper no.</translation>
  </message>
  <message>
   <source>Số lượng</source>
   <translation>Quantity</translation>
  </message>
  <message>
   <source>Số niêm phong của túi</source>
   <translation>Bag seal no.</translation>
  </message>
  <message>
   <source>Số niêm phong mới</source>
   <translation>New seal no.</translation>
  </message>
  <message>
   <source>Số phiếu</source>
   <translation>Slip no.</translation>
  </message>
  <message>
   <source>Số phiếu chuyển tiền</source>
   <translation>Money transfer slip no.</translation>
  </message>
  <message>
   <source>Số tiền</source>
   <translation>Amount</translation>
  </message>
  <message>
   <source>Sổ lưu ký chưa có dòng nào nên chưa có tháng để khóa.</source>
   <translation>The safekeeping register has no entries, so there is no month to close.</translation>
  </message>
  <message>
   <source>Sổ lưu ký tiền</source>
   <translation>Safekeeping money</translation>
  </message>
  <message>
   <source>Thu</source>
   <translation>In</translation>
  </message>
  <message>
   <source>Thu, chi gần nhất</source>
   <translation>Last in or out</translation>
  </message>
  <message>
   <source>Tháng</source>
   <translation>Month</translation>
  </message>
  <message>
   <source>Tháng tiếp theo: {month}</source>
   <translation>Next month: {month}</translation>
  </message>
  <message>
   <source>Tháng {month} đến hết ngày {day} mới xong; khóa sổ từ ngày hôm sau.</source>
   <translation>Month {month} is not over until the end of {day}; close it from the next day.</translation>
  </message>
  <message>
   <source>Tháng {month}: đầu kỳ {opening}, thu {received}, chi {paid}, cuối kỳ {closing}. Đếm tiền trong két rồi ghi số đếm được. Sau khi khóa, không ghi thêm được ngày nào của tháng này.</source>
   <translation>Month {month}: opening {opening}, in {received}, out {paid}, closing {closing}. Count the money in the safe and write the amount counted. After closing, nothing more can be recorded on any day of this month.</translation>
  </message>
  <message>
   <source>Tiền lưu ký dùng ở căng tin, trả tiền thư, điện thoại, gửi về cho thân nhân; còn lại trả khi ra cơ sở (NĐ 163/2026 Đ120.3).</source>
   <translation>Safekeeping money is spent at the canteen, pays for letters and phone calls, or is sent to relatives; the rest is returned at discharge (Decree 163/2026, Art. 120.3).</translation>
  </message>
  <message>
   <source>Tiền đếm được trong két</source>
   <translation>Money counted in the safe</translation>
  </message>
  <message>
   <source>Tiền, đồ vật lưu ký</source>
   <translation>Safekeeping money, items</translation>
  </message>
  <message>
   <source>Trả toàn bộ số dư và đồ vật đang giữ, trừ đồ vật cấm (NĐ 163/2026 Đ123.3). Lập phiếu chi và biên bản trả.</source>
   <translation>Returns the whole balance and the items kept, except banned items (Decree 163/2026, Art. 123.3). Makes the payment slip and the return minutes.</translation>
  </message>
  <message>
   <source>Trả, chuyển giao đồ vật</source>
   <translation>Return, transfer items</translation>
  </message>
  <message>
   <source>Tên, mã hoặc số cuối giấy tờ, không cần dấu</source>
   <translation>Name, code or last digits of ID document, accents not needed</translation>
  </message>
  <message>
   <source>Tên, mã, số niêm phong…</source>
   <translation>Name, code, seal no.…</translation>
  </message>
  <message>
   <source>Tình trạng</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Tình trạng khi giao</source>
   <translation>Condition when given</translation>
  </message>
  <message>
   <source>Tính trong</source>
   <translation>Counted in</translation>
  </message>
  <message>
   <source>Túi niêm phong</source>
   <translation>Sealed bag</translation>
  </message>
  <message>
   <source>Túi {seal} đang ở {place}. Dấu niêm phong cũ vẫn còn trong sổ.</source>
   <translation>Bag {seal} is at {place}. The former seal stays in the register.</translation>
  </message>
  <message>
   <source>Tổng tiền lưu ký</source>
   <translation>Total in safekeeping</translation>
  </message>
  <message>
   <source>Việc</source>
   <translation>Action</translation>
  </message>
  <message>
   <source>Vì sao chênh lệch, xử lý thế nào</source>
   <translation>Why it differs, how it is handled</translation>
  </message>
  <message>
   <source>Vì sao không ký</source>
   <translation>Why not signed</translation>
  </message>
  <message>
   <source>bù {receipt}</source>
   <translation>offsets {receipt}</translation>
  </message>
  <message>
   <source>còn {count} ngày</source>
   <translation>{count} d left</translation>
  </message>
  <message>
   <source>cấp phát</source>
   <translation>issue supplies</translation>
  </message>
  <message>
   <source>cần trả</source>
   <translation>to return</translation>
  </message>
  <message>
   <source>niêm phong</source>
   <translation>seal</translation>
  </message>
  <message>
   <source>quá {count} ngày</source>
   <translation>overdue by {count} d</translation>
  </message>
  <message>
   <source>quần áo, chăn màn</source>
   <translation>clothes, bedding</translation>
  </message>
  <message>
   <source>ra hôm nay</source>
   <translation>today</translation>
  </message>
  <message>
   <source>tiền gửi</source>
   <translation>deposited money</translation>
  </message>
  <message>
   <source>trong 30 ngày tới</source>
   <translation>in the next 30 days</translation>
  </message>
  <message>
   <source>trong 7 ngày tới</source>
   <translation>in the next 7 days</translation>
  </message>
  <message>
   <source>trong túi</source>
   <translation>in bag</translation>
  </message>
  <message>
   <source>{count} loại</source>
   <translation>types: {count}</translation>
  </message>
  <message>
   <source>{what}: {count}, phiếu {slip}. Số này được tính lại là chưa cấp.</source>
   <translation>{what}: {count}, slip {slip}. This quantity counts as not issued again.</translation>
  </message>
  <message>
   <source>Đang giữ</source>
   <translation>Kept</translation>
  </message>
  <message>
   <source>Đã cấp</source>
   <translation>Issued</translation>
  </message>
  <message>
   <source>Đã cấp phát</source>
   <translation>Issued</translation>
  </message>
  <message>
   <source>Đã cấp phát, phiếu {number}.</source>
   <translation>Issued, slip {number}.</translation>
  </message>
  <message>
   <source>Đã ghi dòng điều chỉnh, phiếu {number}.</source>
   <translation>Correcting entry recorded, slip {number}.</translation>
  </message>
  <message>
   <source>Đã ghi ngày báo cho người cai nghiện.</source>
   <translation>The day the resident was told has been recorded.</translation>
  </message>
  <message>
   <source>Đã ghi niêm phong, phiếu {number}.</source>
   <translation>Seal recorded, slip {number}.</translation>
  </message>
  <message>
   <source>Đã ghi phiếu {receipt}. Số dư: {balance}.</source>
   <translation>Slip {receipt} recorded. Balance: {balance}.</translation>
  </message>
  <message>
   <source>Đã giao {count} đồ vật, phiếu {number}.</source>
   <translation>Items given: {count}, slip {number}.</translation>
  </message>
  <message>
   <source>Đã khóa sổ tháng {month}.</source>
   <translation>Month {month} closed.</translation>
  </message>
  <message>
   <source>Đã nhận giữ {count} đồ vật, phiếu {number}.</source>
   <translation>Items received: {count}, slip {number}.</translation>
  </message>
  <message>
   <source>Đã ra, chưa trả</source>
   <translation>Discharged, unreturned</translation>
  </message>
  <message>
   <source>Đã trả {amount} và {count} đồ vật.</source>
   <translation>Returned: {amount} and items: {count}.</translation>
  </message>
  <message>
   <source>Được giữ</source>
   <translation>Allowed</translation>
  </message>
  <message>
   <source>Đầu kỳ</source>
   <translation>Opening</translation>
  </message>
  <message>
   <source>Đặc điểm</source>
   <translation>Features</translation>
  </message>
  <message>
   <source>Đặc điểm, nơi cất</source>
   <translation>Features, where kept</translation>
  </message>
  <message>
   <source>Đặc điểm, tình trạng khi nhận</source>
   <translation>Features, condition on receipt</translation>
  </message>
  <message>
   <source>Để trống: cán bộ đang đăng nhập</source>
   <translation>If empty: officer signed in</translation>
  </message>
  <message>
   <source>Để trống: trả cho chính người cai nghiện</source>
   <translation>If empty: returned to the resident</translation>
  </message>
  <message>
   <source>Định mức</source>
   <translation>Allowance</translation>
  </message>
  <message>
   <source>Định mức {often}. Ctrl+Shift+F điền số còn được cấp vào cột này.</source>
   <translation>Allowance {often}. Ctrl+Shift+F fills this column with what is still to issue.</translation>
  </message>
  <message>
   <source>Đồ dùng</source>
   <translation>Supplies</translation>
  </message>
  <message>
   <source>Đồ vật</source>
   <translation>Items</translation>
  </message>
  <message>
   <source>Đồ vật cấm</source>
   <translation>Banned items</translation>
  </message>
  <message>
   <source>Đồ vật đang giữ</source>
   <translation>Items kept</translation>
  </message>
  <message>
   <source>đang giữ {count}</source>
   <translation>kept: {count}</translation>
  </message>
  <message>
   <source>đã giao hết</source>
   <translation>all given</translation>
  </message>
  <message>
   <source>đã ra</source>
   <translation>discharged</translation>
  </message>
  <message>
   <source>đã ra, chưa trả</source>
   <translation>discharged, unreturned</translation>
  </message>
  <message>
   <source>đã điều chỉnh</source>
   <translation>corrected</translation>
  </message>
  <message>
   <source>được giữ</source>
   <translation>allowed</translation>
  </message>
  <message>
   <source>đến hết ngày mai</source>
   <translation>by the end of tomorrow</translation>
  </message>
  <message>
   <source>để ngoài</source>
   <translation>loose</translation>
  </message>
  <message>
   <source>đồ vật cấm</source>
   <translation>banned items</translation>
  </message>
  <message>
   <source>đồ vật gửi</source>
   <translation>deposited items</translation>
  </message>
 </context>
 <context>
  <name>discharge</name>
  <message>
   <source>16–30 ngày</source>
   <translation>16–30 days</translation>
  </message>
  <message>
   <source>2–7 ngày</source>
   <translation>2–7 days</translation>
  </message>
  <message>
   <source>31–45 ngày</source>
   <translation>31–45 days</translation>
  </message>
  <message>
   <source>46–60 ngày</source>
   <translation>46–60 days</translation>
  </message>
  <message>
   <source>8–15 ngày</source>
   <translation>8–15 days</translation>
  </message>
  <message>
   <source>Biên bản giao nhận (V-23)</source>
   <translation>Handover minutes (V-23)</translation>
  </message>
  <message>
   <source>Bảo trợ</source>
   <translation>Social care</translation>
  </message>
  <message>
   <source>Bộ hồ sơ</source>
   <translation>Packet</translation>
  </message>
  <message>
   <source>Bộ hồ sơ và các tệp</source>
   <translation>Packets and files</translation>
  </message>
  <message>
   <source>Chưa biết ngày ra cơ sở: chỉ cho ra khi có quyết định, giấy tờ cho ra; ghi số và ngày</source>
   <translation>The discharge date is not known: discharge only on a decision or release paper; record its number and date</translation>
  </message>
  <message>
   <source>Chưa có giấy xác nhận và chưa nhận quyết định V-53 nên chưa có gì để giao nhận ({article}).</source>
   <translation>There is no certificate and no decision V-53, so there is nothing to hand over ({article}).</translation>
  </message>
  <message>
   <source>Chưa có kế hoạch tái hòa nhập cộng đồng (V-19)</source>
   <translation>There is no reintegration plan (V-19)</translation>
  </message>
  <message>
   <source>Chưa cấp giấy xác nhận ({form})</source>
   <translation>The certificate ({form}) has not been issued</translation>
  </message>
  <message>
   <source>Chưa ghi cho ra cơ sở. Hãy ghi rồi đóng hồ sơ.</source>
   <translation>The discharge is not recorded. Record it, then close the file.</translation>
  </message>
  <message>
   <source>Chưa ghi khám, đánh giá sức khỏe trước khi ra cơ sở</source>
   <translation>The health examination before discharge is not recorded</translation>
  </message>
  <message>
   <source>Chưa ghi ngày Công an cấp xã nhận thông báo V-51</source>
   <translation>The day the commune police received the notice V-51 is not recorded</translation>
  </message>
  <message>
   <source>Chưa ghi quyết định giám sát điện tử (I-02) nên chưa gắn thiết bị (NĐ 163/2026 Đ17.1). Hãy ghi số, ngày của quyết định trước.</source>
   <translation>The electronic monitoring decision (I-02) is not recorded, so the device is not fitted (Decree 163/2026, Art. 17.1). Record the number and date of the decision first.</translation>
  </message>
  <message>
   <source>Chưa ghi trả tiền, đồ vật, văn bằng; tiền tàu xe, tiền ăn, một bộ quần áo</source>
   <translation>The return of money, belongings and certificates, and the fare, food money and set of clothes are not recorded</translation>
  </message>
  <message>
   <source>Chưa ghi việc Công an cấp xã gắn thiết bị giám sát điện tử</source>
   <translation>The fitting of the electronic monitoring device by the commune police is not recorded</translation>
  </message>
  <message>
   <source>Chưa gắn thiết bị giám sát điện tử (I-03, I-04)</source>
   <translation>The electronic monitoring device has not been fitted (I-03, I-04)</translation>
  </message>
  <message>
   <source>Chưa gửi hồ sơ đề nghị vào cơ sở bảo trợ xã hội</source>
   <translation>The application to a social protection facility has not been sent</translation>
  </message>
  <message>
   <source>Chưa gửi thông báo chuẩn bị hoàn thành (V-51)</source>
   <translation>The completion notice (V-51) has not been sent</translation>
  </message>
  <message>
   <source>Chưa lập V-51 nên chưa có ngày nhận. Hãy lập thông báo trước (NĐ 163/2026 Đ134.1).</source>
   <translation>V-51 has not been made, so there is no date of receipt. Make the notice first (Decree 163/2026, Art. 134.1).</translation>
  </message>
  <message>
   <source>Chưa lập biên bản giao nhận (V-23)</source>
   <translation>The handover minutes (V-23) have not been made</translation>
  </message>
  <message>
   <source>Chưa lập biên bản giao nhận (V-23), nên chưa có biên nhận để quét ({article}).</source>
   <translation>The handover minutes (V-23) have not been made, so there is no receipt to scan ({article}).</translation>
  </message>
  <message>
   <source>Chưa nhận quyết định giám sát điện tử (I-02)</source>
   <translation>The electronic monitoring decision (I-02) has not been received</translation>
  </message>
  <message>
   <source>Chưa nhận quyết định quản lý sau cai nghiện (V-53)</source>
   <translation>The post-rehabilitation management decision (V-53) has not been received</translation>
  </message>
  <message>
   <source>Chưa tính được ngày ra cơ sở</source>
   <translation>The discharge date is not known</translation>
  </message>
  <message>
   <source>Chưa tính được ngày ra: chỉ cho ra khi có quyết định, giấy tờ cho ra (Luật PCMT 2025 Đ29).</source>
   <translation>The discharge date is not known: discharge only on a decision or release paper (Drug Law 2025, Art. 29).</translation>
  </message>
  <message>
   <source>Chưa xác định nơi cư trú và Công an cấp xã sau khi ra cơ sở</source>
   <translation>The residence and the commune police after discharge are not determined</translation>
  </message>
  <message>
   <source>Chưa đến ngày ra cơ sở {day}: cho ra trước ngày đó phải có số, ngày của giấy tờ cho ra</source>
   <translation>The discharge date {day} has not come: discharge before it needs the number and date of the release paper</translation>
  </message>
  <message>
   <source>Chọn bản quét biên bản V-23 đã ký nhận</source>
   <translation>Choose the scan of the signed minutes V-23</translation>
  </message>
  <message>
   <source>Chờ biên nhận</source>
   <translation>Awaiting receipt</translation>
  </message>
  <message>
   <source>Các bước</source>
   <translation>Steps</translation>
  </message>
  <message>
   <source>Còn</source>
   <translation>Left</translation>
  </message>
  <message>
   <source>Còn mở</source>
   <translation>Still open</translation>
  </message>
  <message>
   <source>Có nơi cư trú ổn định</source>
   <translation>Has a stable residence</translation>
  </message>
  <message>
   <source>Công an cấp xã</source>
   <translation>Commune police</translation>
  </message>
  <message>
   <source>Công an cấp xã gắn</source>
   <translation>Fitted by the commune police</translation>
  </message>
  <message>
   <source>Công an cấp xã nhận V-51</source>
   <translation>Commune police received V-51</translation>
  </message>
  <message>
   <source>Công an cấp xã nhận {day}</source>
   <translation>Received by the commune police {day}</translation>
  </message>
  <message>
   <source>Công an cấp xã nơi đó</source>
   <translation>Commune police there</translation>
  </message>
  <message>
   <source>Công an cấp xã ra quyết định</source>
   <translation>Commune police that made the decision</translation>
  </message>
  <message>
   <source>Cơ sở công lập gắn thiết bị và lập I-03, I-04 ngay; ở cơ sở tư nhân Công an cấp xã gắn, chương trình chỉ ghi lại (NĐ 163/2026 Đ16.3, Đ17.4).</source>
   <translation>A public facility fits the device and makes I-03 and I-04 at once; at a private facility the commune police fit it and the program only records it (Decree 163/2026, Art. 16.3, 17.4).</translation>
  </message>
  <message>
   <source>Cư trú</source>
   <translation>Residence</translation>
  </message>
  <message>
   <source>Cần kết thúc ít nhất ba giai đoạn</source>
   <translation>At least three stages must have ended</translation>
  </message>
  <message>
   <source>Danh sách ngày mai</source>
   <translation>Tomorrow’s list</translation>
  </message>
  <message>
   <source>Danh sách này đọc lúc 20:00 mỗi tối.</source>
   <translation>This list is read at 20:00 every evening.</translation>
  </message>
  <message>
   <source>Diện</source>
   <translation>Type</translation>
  </message>
  <message>
   <source>Enter mở phần ra cơ sở của người đang chọn · Ctrl+A chọn tất cả</source>
   <translation>Enter open discharge of selected person · Ctrl+A select all</translation>
  </message>
  <message>
   <source>Giám sát</source>
   <translation>Monitoring</translation>
  </message>
  <message>
   <source>Giấy XN</source>
   <translation>Certificate</translation>
  </message>
  <message>
   <source>Giấy lấy số, ký hiệu ngay khi lập và đóng nội dung; sai thì hủy có lý do rồi lập lại ({article}).</source>
   <translation>The paper takes its number when made and its content is fixed; if wrong, void it with a reason and make it again ({article}).</translation>
  </message>
  <message>
   <source>Giấy nào đã đến lúc mà chưa có (giấy xác nhận, V-23, V-19) sẽ được lập, lấy số và ghi một lần in. Giấy chưa lập được thì ghi trong mục lục, không giữ ai lại.</source>
   <translation>Papers that are due but not there (certificate, V-23, V-19) are made, numbered and recorded as printed once. Those that cannot be made are noted in the list of contents; they keep nobody here.</translation>
  </message>
  <message>
   <source>Giấy xác nhận</source>
   <translation>Certificate</translation>
  </message>
  <message>
   <source>Giấy xác nhận thời gian, quy trình đã thực hiện, chưa hoàn thành</source>
   <translation>Certificate of time and stages carried out, not completed</translation>
  </message>
  <message>
   <source>Gắn thiết bị giám sát (I-03, I-04)</source>
   <translation>Monitoring device fitted (I-03, I-04)</translation>
  </message>
  <message>
   <source>Gửi Công an cấp xã nơi cư trú; có quyết định của Tòa án thì thêm Tòa án; cha, mẹ hoặc gia đình ({article}).</source>
   <translation>Sent to the commune police of the residence, to the court too if there is a court decision, and to the parents or family ({article}).</translation>
  </message>
  <message>
   <source>Hãy chọn người trong danh sách trước (giữ Ctrl hoặc Shift để chọn nhiều người).</source>
   <translation>Choose people in the list first (hold Ctrl or Shift to choose several).</translation>
  </message>
  <message>
   <source>Hôm nay</source>
   <translation>Today</translation>
  </message>
  <message>
   <source>Hôm nay hoặc đã quá ngày</source>
   <translation>Today or overdue</translation>
  </message>
  <message>
   <source>Hồ sơ ra cơ sở</source>
   <translation>Discharge file</translation>
  </message>
  <message>
   <source>Hồ sơ vào cơ sở bảo trợ xã hội</source>
   <translation>Social protection application</translation>
  </message>
  <message>
   <source>Hồ sơ đã đóng ngày {day}, có bản quét biên nhận.</source>
   <translation>File closed on {day}, with the scan of the receipt.</translation>
  </message>
  <message>
   <source>Hồ sơ đã đóng ngày {day}.</source>
   <translation>File closed on {day}.</translation>
  </message>
  <message>
   <source>In bộ hồ sơ ra cơ sở</source>
   <translation>Print handover packets</translation>
  </message>
  <message>
   <source>Khi nào</source>
   <translation>When</translation>
  </message>
  <message>
   <source>Khi đã tiếp nhận, các bước chuẩn bị ra cơ sở hiện ở đây.</source>
   <translation>Once admitted, the steps towards discharge appear here.</translation>
  </message>
  <message>
   <source>Khám</source>
   <translation>Examined</translation>
  </message>
  <message>
   <source>Khám sức khỏe trước khi ra</source>
   <translation>Examination before discharge</translation>
  </message>
  <message>
   <source>Không còn việc nào mở.</source>
   <translation>Nothing is still open.</translation>
  </message>
  <message>
   <source>Không có ai khớp. Hãy bỏ bớt bộ lọc hoặc gõ ít chữ hơn.</source>
   <translation>Nobody matches. Clear some filters or type fewer letters.</translation>
  </message>
  <message>
   <source>Không có gì gửi thì ghi “không gửi”</source>
   <translation>If nothing was deposited, write “no deposit”</translation>
  </message>
  <message>
   <source>Kế hoạch tái hòa nhập (V-19)</source>
   <translation>Reintegration plan (V-19)</translation>
  </message>
  <message>
   <source>Lý do gửi lại</source>
   <translation>Reason for sending again</translation>
  </message>
  <message>
   <source>Lý do ra cơ sở</source>
   <translation>Reason for discharge</translation>
  </message>
  <message>
   <source>Lần cai nghiện {code}</source>
   <translation>Stay {code}</translation>
  </message>
  <message>
   <source>Lập bộ hồ sơ ra cơ sở</source>
   <translation>Make handover packets</translation>
  </message>
  <message>
   <source>Mọi việc đã xong; sáng mai giao bộ hồ sơ và cho ra.</source>
   <translation>Everything is done; tomorrow morning hand over the packet and discharge.</translation>
  </message>
  <message>
   <source>Mục lục</source>
   <translation>List of contents</translation>
  </message>
  <message>
   <source>Ngày ban hành</source>
   <translation>Date of issue</translation>
  </message>
  <message>
   <source>Ngày của giấy tờ</source>
   <translation>Date of the paper</translation>
  </message>
  <message>
   <source>Ngày gửi hồ sơ</source>
   <translation>Application sent on</translation>
  </message>
  <message>
   <source>Ngày khám</source>
   <translation>Date of examination</translation>
  </message>
  <message>
   <source>Ngày lập</source>
   <translation>Date made</translation>
  </message>
  <message>
   <source>Ngày mai</source>
   <translation>Tomorrow</translation>
  </message>
  <message>
   <source>Ngày mai không có ai ra cơ sở.</source>
   <translation>Nobody is due for discharge tomorrow.</translation>
  </message>
  <message>
   <source>Ngày mai, {day}, không có ai ra cơ sở.</source>
   <translation>Nobody is due for discharge tomorrow, {day}.</translation>
  </message>
  <message>
   <source>Ngày ra</source>
   <translation>Leaving on</translation>
  </message>
  <message>
   <source>Ngày trả</source>
   <translation>Date returned</translation>
  </message>
  <message>
   <source>Người giao</source>
   <translation>Delivered by</translation>
  </message>
  <message>
   <source>Người không có nơi cư trú ổn định phải đăng ký nơi sẽ về; cơ sở báo Công an cấp xã nơi đó (Luật PCMT 2025 Đ42.3).</source>
   <translation>A person without a stable residence must register where they will go; the facility notifies the commune police there (Drug Law 2025, Art. 42.3).</translation>
  </message>
  <message>
   <source>Người ký</source>
   <translation>Signed by</translation>
  </message>
  <message>
   <source>Người nhận</source>
   <translation>Receiver</translation>
  </message>
  <message>
   <source>Người này chưa có lần cai nghiện nào tại cơ sở, nên chưa có gì để chuẩn bị.</source>
   <translation>This person has no stay in the facility, so there is nothing to prepare.</translation>
  </message>
  <message>
   <source>Người ra cơ sở</source>
   <translation>Person discharged</translation>
  </message>
  <message>
   <source>Người sắp ra tự làm kế hoạch, cán bộ tư vấn giúp ghi (NĐ 163/2026 Đ88.5).</source>
   <translation>The person about to leave draws up the plan; the counsellor helps to write it (Decree 163/2026, Art. 88.5).</translation>
  </message>
  <message>
   <source>Người, cơ quan ban hành</source>
   <translation>Issued by</translation>
  </message>
  <message>
   <source>Nơi cư trú sau khi ra cơ sở</source>
   <translation>Residence after discharge</translation>
  </message>
  <message>
   <source>Phần giao Công an cấp xã</source>
   <translation>Part for the commune police</translation>
  </message>
  <message>
   <source>Phần giao người ra cơ sở</source>
   <translation>Part for the person discharged</translation>
  </message>
  <message>
   <source>Phần y tế niêm phong</source>
   <translation>Sealed medical part</translation>
  </message>
  <message>
   <source>Phụ kiện kèm theo</source>
   <translation>Accessories</translation>
  </message>
  <message>
   <source>Quan hệ với người ra cơ sở</source>
   <translation>Relationship to the person discharged</translation>
  </message>
  <message>
   <source>Quyết định giám sát điện tử (I-02)</source>
   <translation>Electronic monitoring decision (I-02)</translation>
  </message>
  <message>
   <source>Quyết định quản lý sau cai (V-53)</source>
   <translation>Post-rehabilitation decision (V-53)</translation>
  </message>
  <message>
   <source>Quá ngày ra</source>
   <translation>Overdue</translation>
  </message>
  <message>
   <source>Ra cơ sở</source>
   <translation>Discharge</translation>
  </message>
  <message>
   <source>Ra cơ sở ngày {day} · {count} người</source>
   <translation>Discharges on {day} · people: {count}</translation>
  </message>
  <message>
   <source>Ra cơ sở: {name}</source>
   <translation>Discharge: {name}</translation>
  </message>
  <message>
   <source>Ra ngày {day} ({left})</source>
   <translation>Discharge {day} ({left})</translation>
  </message>
  <message>
   <source>Số giấy tờ cho ra</source>
   <translation>Release paper number</translation>
  </message>
  <message>
   <source>Số thiết bị</source>
   <translation>Device number</translation>
  </message>
  <message>
   <source>Số, ký hiệu quyết định</source>
   <translation>Decision number and symbol</translation>
  </message>
  <message>
   <source>Thiết bị</source>
   <translation>Device</translation>
  </message>
  <message>
   <source>Thông báo chuẩn bị hoàn thành (V-51)</source>
   <translation>Completion notice (V-51)</translation>
  </message>
  <message>
   <source>Thời hạn (tháng)</source>
   <translation>Term (months)</translation>
  </message>
  <message>
   <source>Trong 15 ngày</source>
   <translation>Within 15 days</translation>
  </message>
  <message>
   <source>Trong 30 ngày</source>
   <translation>Within 30 days</translation>
  </message>
  <message>
   <source>Trong 45 ngày</source>
   <translation>Within 45 days</translation>
  </message>
  <message>
   <source>Trong 60 ngày</source>
   <translation>Within 60 days</translation>
  </message>
  <message>
   <source>Trong 60 ngày tới không có ai đến ngày ra cơ sở.</source>
   <translation>Nobody is due for discharge in the next 60 days.</translation>
  </message>
  <message>
   <source>Trong 7 ngày</source>
   <translation>Within 7 days</translation>
  </message>
  <message>
   <source>Trước ngày ra cơ sở phải có giấy tờ cho ra mới ra sớm được. Từ ngày {day}, không việc nào giữ người này lại.</source>
   <translation>Before the discharge date a release paper is needed to discharge early. From {day} nothing keeps this person here.</translation>
  </message>
  <message>
   <source>Trả tiền, đồ vật, cấp quần áo, tiền xe</source>
   <translation>Return of money and belongings, clothes, fare</translation>
  </message>
  <message>
   <source>Trả tiền, đồ vật, văn bằng đang giữ; cấp tiền tàu xe, tiền ăn đi đường, một bộ quần áo ({article}).</source>
   <translation>Return money, belongings and certificates kept; give the fare, food money for the journey and a set of clothes ({article}).</translation>
  </message>
  <message>
   <source>Trả đồ</source>
   <translation>Belongings</translation>
  </message>
  <message>
   <source>Tên, mã…</source>
   <translation>Name, code…</translation>
  </message>
  <message>
   <source>Tình trạng</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Tình trạng thiết bị</source>
   <translation>Condition of device</translation>
  </message>
  <message>
   <source>V-19</source>
   <translation>V-19</translation>
  </message>
  <message>
   <source>V-23</source>
   <translation>V-23</translation>
  </message>
  <message>
   <source>V-51</source>
   <translation>V-51</translation>
  </message>
  <message>
   <source>V-53</source>
   <translation>V-53</translation>
  </message>
  <message>
   <source>Việc của: {roles}</source>
   <translation>For: {roles}</translation>
  </message>
  <message>
   <source>Ví dụ: Công an phường Hoàn Kiếm</source>
   <translation>Example: Hoan Kiem Ward Police</translation>
  </message>
  <message>
   <source>Vị trí đeo</source>
   <translation>Where worn</translation>
  </message>
  <message>
   <source>Xong {done} / {total} bộ; {failed} bộ chưa được, xem lý do ở từng dòng.</source>
   <translation>Packets done: {done} / {total}; failed: {failed}, see the reason in each row.</translation>
  </message>
  <message>
   <source>Xong {total} bộ, {files} tệp.</source>
   <translation>Done: packets {total}, files {files}.</translation>
  </message>
  <message>
   <source>Y tế, niêm phong</source>
   <translation>Medical, sealed</translation>
  </message>
  <message>
   <source>bộ hồ sơ bàn giao</source>
   <translation>handover packet</translation>
  </message>
  <message>
   <source>chưa lập</source>
   <translation>not made</translation>
  </message>
  <message>
   <source>chưa ra được nếu không có giấy tờ</source>
   <translation>no discharge without a paper</translation>
  </message>
  <message>
   <source>chưa tính được</source>
   <translation>not calculated</translation>
  </message>
  <message>
   <source>chưa tới lúc</source>
   <translation>not yet due</translation>
  </message>
  <message>
   <source>chờ biên nhận để đóng hồ sơ</source>
   <translation>awaiting receipt to close the file</translation>
  </message>
  <message>
   <source>còn mở</source>
   <translation>open</translation>
  </message>
  <message>
   <source>còn {count} ngày</source>
   <translation>{count} d left</translation>
  </message>
  <message>
   <source>danh sách 20 giờ</source>
   <translation>20:00 list</translation>
  </message>
  <message>
   <source>hôm nay</source>
   <translation>today</translation>
  </message>
  <message>
   <source>không còn việc nào mở</source>
   <translation>nothing still open</translation>
  </message>
  <message>
   <source>không có nơi cư trú ổn định</source>
   <translation>no stable residence</translation>
  </message>
  <message>
   <source>ngày mai</source>
   <translation>tomorrow</translation>
  </message>
  <message>
   <source>ngày {day}</source>
   <translation>{day}</translation>
  </message>
  <message>
   <source>phải cho ra ngay</source>
   <translation>discharge now</translation>
  </message>
  <message>
   <source>quá {count} ngày</source>
   <translation>overdue by {count} d</translation>
  </message>
  <message>
   <source>ra cơ sở hôm nay</source>
   <translation>discharge today</translation>
  </message>
  <message>
   <source>ra cơ sở ngày mai</source>
   <translation>discharge tomorrow</translation>
  </message>
  <message>
   <source>sắp hết hạn</source>
   <translation>term ending soon</translation>
  </message>
  <message>
   <source>tái hòa nhập</source>
   <translation>reintegration</translation>
  </message>
  <message>
   <source>{code}: {title}</source>
   <translation>{code}: {title}</translation>
  </message>
  <message>
   <source>{count} tháng</source>
   <translation>{count} months</translation>
  </message>
  <message>
   <source>{count} tệp</source>
   <translation>files: {count}</translation>
  </message>
  <message>
   <source>{count} việc còn mở</source>
   <translation>still open: {count}</translation>
  </message>
  <message>
   <source>{done} / {total} xong</source>
   <translation>{done} / {total} done</translation>
  </message>
  <message>
   <source>{name} · {code}</source>
   <translation>{name} · {code}</translation>
  </message>
  <message>
   <source>{name} · {code} – {state}</source>
   <translation>{name} · {code} – {state}</translation>
  </message>
  <message>
   <source>{name}. Chưa tính được ngày ra cơ sở: ghi số, ngày của giấy tờ cho ra (Luật PCMT 2025 Đ29).</source>
   <translation>{name}. The discharge date is not known: write the number and date of the release paper (Drug Law 2025, Art. 29).</translation>
  </message>
  <message>
   <source>{name}. Ngày ra cơ sở là {day}. Cho ra trước ngày đó phải có số, ngày của giấy tờ cho ra (Luật PCMT 2025 Đ29).</source>
   <translation>{name}. The discharge date is {day}. Discharge before it needs the number and date of the release paper (Drug Law 2025, Art. 29).</translation>
  </message>
  <message>
   <source>{name}. Ngày ra cơ sở {day}: không việc nào còn mở giữ người lại; việc thiếu thành việc theo dõi.</source>
   <translation>{name}. Discharge date {day}: nothing still open keeps the person here; what is missing becomes follow-up tasks.</translation>
  </message>
  <message>
   <source>{number} ngày {day}</source>
   <translation>{number} of {day}</translation>
  </message>
  <message>
   <source>{part}: {title} · số {number} · {pages} trang</source>
   <translation>{part}: {title} · {number} · pages {pages}</translation>
  </message>
  <message>
   <source>{part}: {title} · {pages} trang</source>
   <translation>{part}: {title} · pages {pages}</translation>
  </message>
  <message>
   <source>{title} ({form})</source>
   <translation>{title} ({form})</translation>
  </message>
  <message>
   <source>Đang lưu…</source>
   <translation>Saving…</translation>
  </message>
  <message>
   <source>Đang lập {done} / {total}: {name}</source>
   <translation>Making {done} / {total}: {name}</translation>
  </message>
  <message>
   <source>Đang thiếu</source>
   <translation>Missing</translation>
  </message>
  <message>
   <source>Đã có thông báo {paper}. Gửi lại thì ghi lý do; bản trước vẫn nằm trong sổ.</source>
   <translation>There is a notice {paper}. To send it again, state a reason; the earlier one stays in the register.</translation>
  </message>
  <message>
   <source>Đã cấp giấy xác nhận.</source>
   <translation>Certificate issued.</translation>
  </message>
  <message>
   <source>Đã dừng: xong {done} / {total} bộ. Lập tiếp sẽ làm các bộ còn lại.</source>
   <translation>Stopped: {done} / {total} packets done. Make again to do the rest.</translation>
  </message>
  <message>
   <source>Đã ghi cho ra cơ sở. Việc còn thiếu đã thành việc theo dõi.</source>
   <translation>Discharge recorded. What is missing has become follow-up tasks.</translation>
  </message>
  <message>
   <source>Đã ghi hồ sơ bảo trợ xã hội.</source>
   <translation>Social protection application recorded.</translation>
  </message>
  <message>
   <source>Đã ghi kế hoạch V-19.</source>
   <translation>Plan V-19 recorded.</translation>
  </message>
  <message>
   <source>Đã ghi ngày khám.</source>
   <translation>Date of examination recorded.</translation>
  </message>
  <message>
   <source>Đã ghi nơi cư trú.</source>
   <translation>Residence recorded.</translation>
  </message>
  <message>
   <source>Đã ghi quyết định I-02.</source>
   <translation>Decision I-02 recorded.</translation>
  </message>
  <message>
   <source>Đã ghi quyết định V-53.</source>
   <translation>Decision V-53 recorded.</translation>
  </message>
  <message>
   <source>Đã ghi việc gắn thiết bị.</source>
   <translation>Fitting of the device recorded.</translation>
  </message>
  <message>
   <source>Đã ghi việc trả tiền, đồ vật.</source>
   <translation>Return of money and belongings recorded.</translation>
  </message>
  <message>
   <source>Đã gắn lúc {moment}.</source>
   <translation>Fitted at {moment}.</translation>
  </message>
  <message>
   <source>Đã lưu {count} tệp vào thư mục “{folder}”.</source>
   <translation>Files saved to folder “{folder}”: {count}.</translation>
  </message>
  <message>
   <source>Đã lập biên bản V-23.</source>
   <translation>Minutes V-23 made.</translation>
  </message>
  <message>
   <source>Đã lập thông báo V-51. Gửi đi rồi ghi ngày gửi, ngày nhận trong sổ văn bản đi.</source>
   <translation>Notice V-51 made. Send it, then record sending and receipt in the outgoing register.</translation>
  </message>
  <message>
   <source>Đã lập {paper}. Muốn lập lại, hãy hủy giấy cũ trong sổ văn bản đi, có lý do.</source>
   <translation>{paper} has been made. To make it again, void the old one in the outgoing register, with a reason.</translation>
  </message>
  <message>
   <source>Đã quá ngày ra cơ sở {count} ngày. Phải cho ra ngay: không việc nào còn mở được giữ người này lại.</source>
   <translation>Past the discharge date by {count} d. Discharge now: nothing still open may keep this person here.</translation>
  </message>
  <message>
   <source>Đã ra cơ sở ngày {day}.</source>
   <translation>Discharged on {day}.</translation>
  </message>
  <message>
   <source>Đã ra cơ sở ngày {day}. Việc còn thiếu đang được theo dõi; hồ sơ đóng khi có biên nhận.</source>
   <translation>Discharged on {day}. What is missing is being followed up; the file is closed on receipt.</translation>
  </message>
  <message>
   <source>Đã ra ngày {day}</source>
   <translation>Discharged {day}</translation>
  </message>
  <message>
   <source>Đã trả, đã cấp những gì</source>
   <translation>What was returned and given</translation>
  </message>
  <message>
   <source>Đã đính kèm biên nhận và đóng hồ sơ.</source>
   <translation>Receipt attached and file closed.</translation>
  </message>
  <message>
   <source>Đã đến ngày ra cơ sở: không việc nào còn mở giữ người này lại. Việc còn thiếu được in trong mục lục hồ sơ và thành việc theo dõi sau khi ra.</source>
   <translation>The discharge date has come: nothing still open keeps this person here. What is missing is printed in the list of contents and becomes follow-up tasks after discharge.</translation>
  </message>
  <message>
   <source>Đề nghị vào cơ sở bảo trợ xã hội</source>
   <translation>Applies to a social protection facility</translation>
  </message>
  <message>
   <source>Để trống là người đang làm việc</source>
   <translation>If empty, the person working now</translation>
  </message>
  <message>
   <source>Để trống là người đứng đầu cơ sở</source>
   <translation>If empty, the head of facility</translation>
  </message>
  <message>
   <source>Để trống thì suy ra từ Công an cấp xã</source>
   <translation>If empty, follows from the commune police</translation>
  </message>
  <message>
   <source>Để trống: người ra cơ sở; dưới 18 tuổi: người đại diện</source>
   <translation>If empty: the person discharged; under 18: the representative</translation>
  </message>
  <message>
   <source>đã ghi</source>
   <translation>recorded</translation>
  </message>
  <message>
   <source>đã gửi {day}</source>
   <translation>sent {day}</translation>
  </message>
  <message>
   <source>đã lập</source>
   <translation>made</translation>
  </message>
  <message>
   <source>đã lập, chưa ghi ngày nhận</source>
   <translation>made, receipt not recorded</translation>
  </message>
  <message>
   <source>đã nhận</source>
   <translation>received</translation>
  </message>
  <message>
   <source>đã ra {day}</source>
   <translation>discharged {day}</translation>
  </message>
  <message>
   <source>Ủy ban nhân dân nơi đó</source>
   <translation>People’s Committee there</translation>
  </message>
 </context>
 <context>
  <name>errors</name>
  <message>
   <source>(chưa xác định)</source>
   <translation>(not known)</translation>
  </message>
  <message>
   <source>Biên bản đã lập và còn giá trị. Muốn lập lại, hãy hủy trong sổ văn bản đi, có lý do.</source>
   <translation>The minutes have been made and are in force. To make them again, void them in the outgoing register, with a reason.</translation>
  </message>
  <message>
   <source>Biểu mẫu không có mục “{field}”. Hãy bỏ mục này.</source>
   <translation>The form has no entry “{field}”. Leave this entry out.</translation>
  </message>
  <message>
   <source>Buổi điểm danh này đã kết thúc. Muốn đếm lại, hãy mở buổi mới.</source>
   <translation>This roll call has ended. To count again, open a new one.</translation>
  </message>
  <message>
   <source>Báo cáo này đã gửi, không ghi lần thứ hai. Hãy mở lại danh sách.</source>
   <translation>This report has already been sent and is not recorded a second time. Open the list again.</translation>
  </message>
  <message>
   <source>Báo cáo này đã rút: dòng kiểm đếm thiếu đã được điều chỉnh, không còn gì thất thoát. Hãy mở lại danh sách.</source>
   <translation>This report has been withdrawn: the entry counted short has been adjusted and nothing is lost any more. Open the list again.</translation>
  </message>
  <message>
   <source>Báo cáo năm {year} số {number} đã ghi là đã gửi. Báo cáo gửi lại thì ghi số mới.</source>
   <translation>The report of {year} no. {number} is already recorded as sent. A report sent again takes a new number.</translation>
  </message>
  <message>
   <source>Bạn chưa được cấp quyền “{kind}” cho người này, hoặc quyền đã hết hạn. Hãy đề nghị bác sĩ hoặc người đứng đầu cơ sở cấp quyền.</source>
   <translation>You have not been granted the access “{kind}” for this person, or it has expired. Ask a doctor or the head of facility to grant it.</translation>
  </message>
  <message>
   <source>Bạn đang có một lần mở khẩn cấp. Hãy làm xong và trả lại quyền đó trước khi mở lần khác.</source>
   <translation>You already have emergency access open. Finish and return it before opening another.</translation>
  </message>
  <message>
   <source>Bản ghi này đã được gạch bỏ trước đó. Hãy mở lại danh sách để xem bản hiện tại.</source>
   <translation>This record has already been struck out. Open the list again to see it as it is now.</translation>
  </message>
  <message>
   <source>Bản quét này không phải của biên bản giao nhận V-23. Hãy chọn bản quét của biên bản.</source>
   <translation>This scan is not of the handover minutes V-23. Choose the scan of the minutes.</translation>
  </message>
  <message>
   <source>Bản quét này thuộc văn bản khác. Hãy chọn bản quét giấy báo nhận của văn bản này.</source>
   <translation>This scan belongs to another document. Choose the scan of this document’s proof of receipt.</translation>
  </message>
  <message>
   <source>Bản quét này đã đính kèm vào văn bản. Hãy chọn tệp khác.</source>
   <translation>This scan is already attached to the document. Choose another file.</translation>
  </message>
  <message>
   <source>Bản quét thuộc văn bản khác</source>
   <translation>Scan belongs to another document</translation>
  </message>
  <message>
   <source>Bản sao lưu chưa biết máy này (hoặc tài khoản hệ điều hành này), nên mật khẩu chưa mở được nó ở đây. Hãy làm lại bằng tờ khóa khôi phục có hiệu lực khi sao lưu: thay tên tài khoản và mật khẩu bằng --recovery-key-file TỆP.</source>
   <translation>The backup does not know this computer (or this account of the operating system), so the password does not open it here yet. Do it again with the recovery sheet that was valid when the backup was made: --recovery-key-file FILE in place of the account and the password.</translation>
  </message>
  <message>
   <source>Bản sao lưu vừa tạo không khôi phục lại đúng như dữ liệu gốc nên đã bị xóa. Ổ đĩa hoặc bộ nhớ của máy có thể hỏng: hãy kiểm tra, rồi sao lưu ra ổ khác (lệnh backup now --to).</source>
   <translation>The backup just made does not restore to the original data and has been removed. The disk or the memory of the computer may be faulty: have them checked, then back up to another disk (command backup now --to).</translation>
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
   <source>Bảng tính đã đổi số quyết định thành ngày {value}. Hãy định dạng ô là văn bản rồi ghi lại như in trên giấy.</source>
   <translation>The spreadsheet has turned the decision number into the date {value}. Format the cell as text and write it again as printed on paper.</translation>
  </message>
  <message>
   <source>Bảng tính đã đổi ô này thành ngày {value}. Hãy xem lại chữ gốc trên giấy.</source>
   <translation>The spreadsheet has turned this cell into the date {value}. Check the original text on paper.</translation>
  </message>
  <message>
   <source>Bảng tính đã đổi ô trình độ thành ngày; đã hiểu là lớp {grade}/12.</source>
   <translation>The spreadsheet has turned the education level into a date; read as grade {grade}/12.</translation>
  </message>
  <message>
   <source>Cho dùng thuốc</source>
   <translation>Giving of medicine</translation>
  </message>
  <message>
   <source>Chênh lệch này đã được điều chỉnh. Hãy mở lại biên bản kiểm đếm.</source>
   <translation>This difference has already been adjusted. Open the count minutes again.</translation>
  </message>
  <message>
   <source>Chưa biết lấy thuốc từ tủ nào. Hãy chọn tủ thuốc trực, hoặc nhận giữ tủ trước.</source>
   <translation>It is not known which cabinet the medicine is taken from. Choose a duty cabinet, or take over a cabinet first.</translation>
  </message>
  <message>
   <source>Chưa biết ngày ra cơ sở nên chưa cấp giấy xác nhận được ({article}). Hãy xem phần giải thích thời hạn để biết còn thiếu gì.</source>
   <translation>The discharge date is not known, so the certificate cannot be issued ({article}). See what is missing in the explanation of the term.</translation>
  </message>
  <message>
   <source>Chưa chọn phòng nào. Hãy đóng ô này, chọn một phòng rồi thêm giường.</source>
   <translation>No room chosen. Close this box, choose a room, then add beds.</translation>
  </message>
  <message>
   <source>Chưa chọn đồ vật nào. Hãy ghi số lượng ở ít nhất một dòng.</source>
   <translation>No items chosen. Give a quantity in at least one row.</translation>
  </message>
  <message>
   <source>Chưa có ai ký được {form} ngày {day}: danh sách cán bộ chưa có người đứng đầu cơ sở đang giữ chức. Hãy mở Cán bộ, thêm người đứng đầu và chức vụ, rồi làm lại.</source>
   <translation>Nobody can sign {form} on {day}: the staff list has no head of facility in post. Open Staff, add the head with the post, then try again.</translation>
  </message>
  <message>
   <source>Chưa có câu trả lời nào của thang {instrument}. Hãy chấm ít nhất một mục.</source>
   <translation>No answer on the scale {instrument} yet. Score at least one item.</translation>
  </message>
  <message>
   <source>Chưa có ngưỡng của lô kit</source>
   <translation>No cut-off for the kit lot</translation>
  </message>
  <message>
   <source>Chưa có quy tắc nào được phê duyệt: không tự cho lại liều. Hãy báo bác sĩ, bác sĩ ra y lệnh nếu cần.</source>
   <translation>No rule has been approved yet: do not give the dose again on your own. Notify the doctor, who writes an order if needed.</translation>
  </message>
  <message>
   <source>Chưa có số đo nào. Hãy ghi ít nhất một dấu hiệu sinh tồn.</source>
   <translation>No measurement yet. Record at least one vital sign.</translation>
  </message>
  <message>
   <source>Chưa có đồ vật nào. Hãy ghi ít nhất một dòng.</source>
   <translation>There are no items. Write at least one row.</translation>
  </message>
  <message>
   <source>Chưa có “{field}”. Hãy điền rồi làm lại.</source>
   <translation>“{field}” is missing. Fill it in and try again.</translation>
  </message>
  <message>
   <source>Chưa ghi dấu hiệu sức khỏe khi đến. Hãy ghi dấu hiệu trước, rồi ghi xử trí.</source>
   <translation>The health signs on arrival are not recorded. Record the signs first, then how they were handled.</translation>
  </message>
  <message>
   <source>Chưa ghi người nào. Hãy ghi ít nhất một dòng.</source>
   <translation>Nobody has been entered yet. Enter at least one row.</translation>
  </message>
  <message>
   <source>Chưa ghi quyết định giám sát điện tử (I-02) nên chưa gắn thiết bị (NĐ 163/2026 Đ17.1). Hãy ghi số, ngày của quyết định trước.</source>
   <translation>The electronic monitoring decision (I-02) is not recorded, so the device is not fitted (Decree 163/2026, Art. 17.1). Record the number and date of the decision first.</translation>
  </message>
  <message>
   <source>Chưa ghi số lượng nào. Hãy ghi ít nhất một ô.</source>
   <translation>No quantity given. Fill in at least one cell.</translation>
  </message>
  <message>
   <source>Chưa ghi tiền hay tư trang. Hãy ghi số tiền, đồ vật, hoặc đánh dấu không có.</source>
   <translation>No money or belongings recorded yet. Record the amount and the items, or tick that there are none.</translation>
  </message>
  <message>
   <source>Chưa ghi được “{what}”: người này “{state}” từ {since} ({article}). Hãy nhận trở lại, hoặc kết thúc lần vắng mặt đó trước.</source>
   <translation>“{what}” was not recorded: this person has the status “{state}” from {since} ({article}). Record the return, or end that absence first.</translation>
  </message>
  <message>
   <source>Chưa lưu: có {count} chỗ cần sửa. Hãy xem lời nhắc ở từng ô.</source>
   <translation>Not saved; places to correct: {count}. See the note at each box.</translation>
  </message>
  <message>
   <source>Chưa lập biên bản giao nhận (V-23). Hãy lập, cho ký, quét rồi đóng hồ sơ.</source>
   <translation>The handover minutes (V-23) have not been made. Make them, have them signed, scan them, then close the file.</translation>
  </message>
  <message>
   <source>Chưa lập được {form} ({title}): {faults} Hãy sửa các mục đó rồi làm lại.</source>
   <translation>{form} ({title}) could not be made: {faults} Correct these entries and try again.</translation>
  </message>
  <message>
   <source>Chưa mở được kho ảnh và bản quét của cơ sở. Hãy đóng chương trình rồi mở lại.</source>
   <translation>The facility’s store of photos and scans could not be opened. Close the program and open it again.</translation>
  </message>
  <message>
   <source>Chưa đến ngày ra cơ sở</source>
   <translation>The discharge date has not come</translation>
  </message>
  <message>
   <source>Chưa đến ngày ra cơ sở {end_on}; “{exit}” chỉ ghi từ ngày đó. Nếu được ra sớm, hãy chọn lý do theo giấy tờ (miễn, hủy quyết định, điều chuyển…) và ghi số, ngày của giấy.</source>
   <translation>The discharge date {end_on} has not come; “{exit}” is recorded only from that day. For an early discharge, choose the reason that the paper gives (waiver, decision annulled, transfer…) and write its number and date.</translation>
  </message>
  <message>
   <source>Chưa đủ thành viên hội đồng</source>
   <translation>Too few committee members</translation>
  </message>
  <message>
   <source>Chưa đủ thời gian để coi là tự ý chấm dứt (Đ4.9): sớm nhất là ngày {day}. Nếu người đó về, hãy nhận trở lại.</source>
   <translation>Not enough time has passed to count as self-terminated (Art. 4.9): {day} at the earliest. If the person comes back, record the return.</translation>
  </message>
  <message>
   <source>Chương trình gặp lỗi của chính nó; dữ liệu đã lưu vẫn an toàn. Hãy làm lại; nếu vẫn lỗi, hãy gửi báo cáo cho người hỗ trợ: {report}</source>
   <translation>The program met a fault of its own; saved data is safe. Try again; if it fails again, send the report to support: {report}</translation>
  </message>
  <message>
   <source>Chương trình gặp lỗi ngoài dự kiến ({kind}); việc này chưa được lưu. Hãy chép chi tiết gửi người phụ trách rồi làm lại.</source>
   <translation>The program met an unexpected fault ({kind}); this action was not saved. Copy the details for the person in charge, then try again.</translation>
  </message>
  <message>
   <source>Chương trình này đã kết thúc. Hãy mở lại danh sách.</source>
   <translation>This programme has already ended. Open the list again.</translation>
  </message>
  <message>
   <source>Chương trình đang đóng nên không nhận việc mới. Hãy mở lại rồi làm tiếp.</source>
   <translation>The program is closing and takes no new work. Open it again and go on.</translation>
  </message>
  <message>
   <source>Chẩn đoán này đã có trong hồ sơ. Hãy mở lại danh sách chẩn đoán, không ghi lần thứ hai.</source>
   <translation>This diagnosis is already in the record. Open the list of diagnoses again; do not record it a second time.</translation>
  </message>
  <message>
   <source>Chỉ 1 hoặc 2</source>
   <translation>Only 1 or 2</translation>
  </message>
  <message>
   <source>Chỉ chuyển sang cai nghiện bắt buộc theo quyết định của Tòa án. Hãy chọn lại diện.</source>
   <translation>Conversion to compulsory rehabilitation needs a court decision. Choose the type of stay again.</translation>
  </message>
  <message>
   <source>Chỉ ghi năm hoặc tuổi lần đầu sử dụng, không ghi cả hai.</source>
   <translation>Give either the year or the age of first use, not both.</translation>
  </message>
  <message>
   <source>Chỉ hủy thuốc đã để ở “{kind}”. Hãy chuyển thuốc sang đó trước.</source>
   <translation>Only medicine already placed in “{kind}” can be destroyed. Move the medicine there first.</translation>
  </message>
  <message>
   <source>Chỉ liều một lần mới cho dùng trước khi dược sĩ duyệt. Hãy bỏ chọn cấp cứu.</source>
   <translation>Only a one-time dose may be given before the pharmacist approves. Clear the emergency choice.</translation>
  </message>
  <message>
   <source>Chỉ người đã ghi mục này ({author}) hoặc bác sĩ được gạch bỏ. Hãy báo người đó.</source>
   <translation>Only the person who recorded this entry ({author}) or a doctor may strike it out. Notify that person.</translation>
  </message>
  <message>
   <source>Chỉ thuốc dùng khi cần mới ghi ô này.</source>
   <translation>This box is only for medicines given as needed.</translation>
  </message>
  <message>
   <source>Chỉ truy tìm người bỏ trốn (Đ109.2). Hãy ghi bỏ trốn hoặc quá hạn chịu tang trước.</source>
   <translation>Only a person who has escaped is searched for (Art. 109.2). Record the escape or the overstayed funeral leave first.</translation>
  </message>
  <message>
   <source>Chỉ đính kèm được ảnh JPEG, PNG và tệp PDF. Hãy xuất tệp này sang một trong các loại đó.</source>
   <translation>Only JPEG and PNG pictures and PDF files can be attached. Export this file to one of those types.</translation>
  </message>
  <message>
   <source>Chỉ được về chịu tang bố, mẹ (cả bên vợ, chồng), vợ hoặc chồng, con ({article}). Nếu là một trong những người đó, hãy chọn lại; nếu không, trả lời gia đình là không thuộc trường hợp được phép.</source>
   <translation>Funeral leave is only for a father or mother (also of the spouse), a spouse or a child ({article}). If it is one of these, choose again; if not, answer the family that the case is not among those allowed.</translation>
  </message>
  <message>
   <source>Chỉ đổi hạn trở lại của người đang vắng mặt. Hãy mở lại hồ sơ rồi xem lại.</source>
   <translation>Only the return due date of a person who is absent can be changed. Open the case file again and check it.</translation>
  </message>
  <message>
   <source>Chỗ này đã mở lại từ trước. Hãy mở lại danh sách.</source>
   <translation>This place has already been reopened. Open the list again.</translation>
  </message>
  <message>
   <source>Chỗ ở có {count} điều không thể đúng. Người xếp chỗ ở hãy chạy lệnh house check.</source>
   <translation>Accommodation points that cannot be right: {count}. Whoever assigns accommodation should run house check.</translation>
  </message>
  <message>
   <source>Chứng chỉ được gia hạn là của người khác. Hãy mở hồ sơ đúng người, chọn chứng chỉ cũ rồi bấm “Ghi bản gia hạn”.</source>
   <translation>The certificate to renew belongs to someone else. Open the right person’s record, choose the old certificate and press “Record renewal”.</translation>
  </message>
  <message>
   <source>Chữ vừa nhập có ký tự hỏng, không lưu được. Hãy gõ lại thay vì dán từ nơi khác.</source>
   <translation>The text just entered has broken characters and cannot be saved. Type it again instead of pasting it from elsewhere.</translation>
  </message>
  <message>
   <source>Các ngày của liệu trình phải nối tiếp nhau, bắt đầu từ ngày 1. Hãy xem lại.</source>
   <translation>The days of the course must follow one another, starting with day 1. Check them.</translation>
  </message>
  <message>
   <source>Các trang tính của tệp “{file}” cộng lại có quá {most} ô. Hãy chép trang tính cần nhập sang một tệp mới.</source>
   <translation>The sheets of file “{file}” together have more than {most} cells. Copy the sheet to import into a new file.</translation>
  </message>
  <message>
   <source>Còn chỗ cần sửa trong biểu mẫu.</source>
   <translation>Some places in the form need correcting.</translation>
  </message>
  <message>
   <source>Còn {count} lô ở nơi này chưa kiểm đếm. Hãy đếm đủ; lô không còn thì ghi 0.</source>
   <translation>Lots in this place not yet counted: {count}. Count them all; for a lot that is no longer there, write 0.</translation>
  </message>
  <message>
   <source>Còn {count} người chưa điểm danh. Hãy đánh dấu từng người, hoặc ghi những người còn lại có mặt.</source>
   <translation>People not yet called: {count}. Mark each of them, or record the rest as present.</translation>
  </message>
  <message>
   <source>Còn {count} ô cần sửa trong tờ này.</source>
   <translation>Cells to correct in this sheet: {count}.</translation>
  </message>
  <message>
   <source>Có ký tự hỏng</source>
   <translation>Broken characters</translation>
  </message>
  <message>
   <source>Có ký tự “{letter}”</source>
   <translation>Has the character “{letter}”</translation>
  </message>
  <message>
   <source>Có người không có lần cai nghiện nào đang mở, nên không xếp vào tổ. Hãy tiếp nhận trước.</source>
   <translation>Someone has no open stay and so is not placed in a team. Admit them first.</translation>
  </message>
  <message>
   <source>Có thể là người đã có hồ sơ: {people}. Hãy so hai bên rồi quyết định: cùng một người, người khác, hay bỏ qua dòng này.</source>
   <translation>This may be someone who already has a case file: {people}. Compare the two, then decide: same person, someone else, or skip this row.</translation>
  </message>
  <message>
   <source>Có thể người này đã có hồ sơ: {codes}. Hãy so hai hồ sơ; nếu là một người thì mở hồ sơ cũ, nếu không thì xác nhận là người khác.</source>
   <translation>This person may already have a case file: {codes}. Compare the two; if they are one person, open the old case file, otherwise confirm that this is someone else.</translation>
  </message>
  <message>
   <source>Có {count} hồ sơ tên “{typed}”. Hãy dùng mã.</source>
   <translation>Records named “{typed}”: {count}. Use the code.</translation>
  </message>
  <message>
   <source>Có đồ vật cấm trong số này: chỉ chuyển cơ quan có thẩm quyền hoặc tiêu hủy, kèm biên bản.</source>
   <translation>There are banned items among these: they may only be transferred to the competent authority or destroyed, with minutes.</translation>
  </message>
  <message>
   <source>Có đồ vật trong túi thì cần số niêm phong của túi.</source>
   <translation>With items in a bag, the seal number of the bag is needed.</translation>
  </message>
  <message>
   <source>Căn cứ cần có từ 1 đến {limit} ký tự: số văn bản và điều. Ví dụ: NQ 12/2026/NQ-HĐND Đ3.</source>
   <translation>The legal basis must have 1 to {limit} characters: document number and article. Example: NQ 12/2026, Art. 3.</translation>
  </message>
  <message>
   <source>Cơ sở không còn giữ tiền hay đồ vật nào trả được cho người này.</source>
   <translation>The facility no longer keeps any money or items that can be returned to this person.</translation>
  </message>
  <message>
   <source>Cơ sở tư nhân phải báo kết quả dương tính đã khẳng định cho Công an cấp xã (Luật PCMT 2025 Đ23.2). Hãy ghi số văn bản đã gửi.</source>
   <translation>A private facility must report a confirmed positive result to the commune police (Drug Law 2025, Art. 23.2). Write the number of the document sent.</translation>
  </message>
  <message>
   <source>Cả hai cột Nam và Nữ đều có dấu. Hãy để lại một dấu.</source>
   <translation>Both columns, male and female, are marked. Leave one mark.</translation>
  </message>
  <message>
   <source>Cảnh báo khác cần ghi rõ nội dung.</source>
   <translation>For an other alert, state what it is about.</translation>
  </message>
  <message>
   <source>Cần 12 hoặc 9 chữ số</source>
   <translation>12 or 9 digits needed</translation>
  </message>
  <message>
   <source>Cần chọn lô kit đã dùng; ngưỡng là của lô đó.</source>
   <translation>Choose the kit lot used; the cut-off is that of the lot.</translation>
  </message>
  <message>
   <source>Cần chọn vai trò</source>
   <translation>Choose a role</translation>
  </message>
  <message>
   <source>Cần cách hủy thuốc.</source>
   <translation>The method of destroying the medicine is needed.</translation>
  </message>
  <message>
   <source>Cần có</source>
   <translation>Needed</translation>
  </message>
  <message>
   <source>Cần căn cứ của phân loại: văn bản, điều khoản.</source>
   <translation>The legal basis of the classification is needed: document and article.</translation>
  </message>
  <message>
   <source>Cần cơ quan, người nhận đồ vật.</source>
   <translation>The authority or person receiving the items is needed.</translation>
  </message>
  <message>
   <source>Cần dạng bào chế.</source>
   <translation>The dosage form is needed.</translation>
  </message>
  <message>
   <source>Cần ghi biện pháp đã làm.</source>
   <translation>State the measures taken.</translation>
  </message>
  <message>
   <source>Cần ghi cảm quan của thuốc.</source>
   <translation>State how the medicine looks (appearance, smell).</translation>
  </message>
  <message>
   <source>Cần ghi dị ứng với thuốc, chất gì.</source>
   <translation>State which medicine or substance the allergy is to.</translation>
  </message>
  <message>
   <source>Cần ghi lý do: {findings}</source>
   <translation>State a reason: {findings}</translation>
  </message>
  <message>
   <source>Cần ghi người giao, người nhận và mục đích.</source>
   <translation>Write who handed over, who received and the purpose.</translation>
  </message>
  <message>
   <source>Cần ghi rõ</source>
   <translation>Must be stated</translation>
  </message>
  <message>
   <source>Cần ghi thuốc có tác dụng thế nào.</source>
   <translation>State what effect the medicine had.</translation>
  </message>
  <message>
   <source>Cần ghi vì sao mất, nhầm, theo những gì biết lúc này.</source>
   <translation>State why it was lost or mixed up, as far as is known now.</translation>
  </message>
  <message>
   <source>Cần ghi đã báo ai: tên cơ quan hoặc họ tên người nhận tin.</source>
   <translation>State who was notified: the name of the authority or the full name of the person who took the message.</translation>
  </message>
  <message>
   <source>Cần giao cho ai: họ tên, đơn vị.</source>
   <translation>State who it is handed over to: full name, unit.</translation>
  </message>
  <message>
   <source>Cần giải trình chênh lệch: vì sao, ai đã kiểm tra.</source>
   <translation>An explanation of the difference is needed: why, and who checked.</translation>
  </message>
  <message>
   <source>Cần giới tính người lấy mẫu, người chứng kiến.</source>
   <translation>The sex of the person taking the sample and of the witness is needed.</translation>
  </message>
  <message>
   <source>Cần giới tính như trên giấy tờ.</source>
   <translation>The sex is needed, as on the ID document.</translation>
  </message>
  <message>
   <source>Cần họ tên cán bộ nhận hoặc giao.</source>
   <translation>The full name of the officer receiving or giving is needed.</translation>
  </message>
  <message>
   <source>Cần họ tên cán bộ áp giải, mỗi người một dòng.</source>
   <translation>The full names of the escorting officers are needed, one per line.</translation>
  </message>
  <message>
   <source>Cần họ tên người gửi và quan hệ với người cai nghiện.</source>
   <translation>The full name of the sender and the relationship to the resident are needed.</translation>
  </message>
  <message>
   <source>Cần họ tên người làm đơn.</source>
   <translation>The full name of the applicant is needed.</translation>
  </message>
  <message>
   <source>Cần họ tên người nhận và quan hệ với người cai nghiện.</source>
   <translation>The full name of the receiver and the relationship to the resident are needed.</translation>
  </message>
  <message>
   <source>Cần họ tên người trả thuốc.</source>
   <translation>The full name of the person returning the medicine is needed.</translation>
  </message>
  <message>
   <source>Cần họ tên thân nhân nhận đồ vật và quan hệ.</source>
   <translation>The full name of the relative receiving the items and the relationship are needed.</translation>
  </message>
  <message>
   <source>Cần liều và giờ dùng.</source>
   <translation>The dose and the time of giving are needed.</translation>
  </message>
  <message>
   <source>Cần lý do</source>
   <translation>A reason is needed</translation>
  </message>
  <message>
   <source>Cần lý do chuyển giao hoặc tiêu hủy.</source>
   <translation>A reason to transfer or destroy is needed.</translation>
  </message>
  <message>
   <source>Cần lý do của cách tính vừa chọn</source>
   <translation>A reason for the choice of how it counts is needed</translation>
  </message>
  <message>
   <source>Cần lý do gửi lại</source>
   <translation>A reason for sending it again is needed</translation>
  </message>
  <message>
   <source>Cần lý do hủy thuốc.</source>
   <translation>A reason for destroying the medicine is needed.</translation>
  </message>
  <message>
   <source>Cần lý do lấy số của năm cũ</source>
   <translation>A reason for taking a number of a past year is needed</translation>
  </message>
  <message>
   <source>Cần lý do trả lại.</source>
   <translation>A reason for the return is needed.</translation>
  </message>
  <message>
   <source>Cần lý do: ngày phải cho ra lùi đến {after}</source>
   <translation>A reason is needed: the day due for discharge moves back to {after}</translation>
  </message>
  <message>
   <source>Cần mã của nơi để thuốc.</source>
   <translation>The code of the storage place is needed.</translation>
  </message>
  <message>
   <source>Cần mã của quy tắc.</source>
   <translation>The code of the rule is needed.</translation>
  </message>
  <message>
   <source>Cần mã và tên tổ. Hãy gõ vào.</source>
   <translation>The code and the name of the team are needed. Type them in.</translation>
  </message>
  <message>
   <source>Cần mã và tên để gọi. Hãy gõ vào.</source>
   <translation>A code and a name to call it by are needed. Type them in.</translation>
  </message>
  <message>
   <source>Cần nguồn của phần kết quả lao động.</source>
   <translation>The source of the share of labour results is needed.</translation>
  </message>
  <message>
   <source>Cần ngày ban hành của quyết định.</source>
   <translation>The date of issue of the decision is needed.</translation>
  </message>
  <message>
   <source>Cần ngày bắt đầu và ngày hết thời gian chịu tang.</source>
   <translation>The start date and the end date of the funeral leave are needed.</translation>
  </message>
  <message>
   <source>Cần ngày của giấy tờ; có số mà không có ngày thì chưa đủ.</source>
   <translation>The date of the paper is needed; a number without a date is not enough.</translation>
  </message>
  <message>
   <source>Cần ngày của quyết định.</source>
   <translation>The decision date is needed.</translation>
  </message>
  <message>
   <source>Cần ngày của văn bản yêu cầu.</source>
   <translation>The date of the requesting document is needed.</translation>
  </message>
  <message>
   <source>Cần ngày kết thúc</source>
   <translation>End date needed</translation>
  </message>
  <message>
   <source>Cần ngày phải trở lại.</source>
   <translation>The date due for return is needed.</translation>
  </message>
  <message>
   <source>Cần ngày phải đưa trở lại, như văn bản yêu cầu (Đ111.2).</source>
   <translation>The date due for bringing the person back is needed, as in the requesting document (Art. 111.2).</translation>
  </message>
  <message>
   <source>Cần ngày sinh, hoặc ít nhất năm sinh. Không có giấy tờ thì ghi năm người đó khai.</source>
   <translation>The date of birth is needed, or at least the year. Without an ID document, write the year the person gives.</translation>
  </message>
  <message>
   <source>Cần ngày tiếp nhận.</source>
   <translation>The date of admission is needed.</translation>
  </message>
  <message>
   <source>Cần người chứng kiến</source>
   <translation>A witness is needed</translation>
  </message>
  <message>
   <source>Cần người thứ hai xác nhận</source>
   <translation>A second person must countersign</translation>
  </message>
  <message>
   <source>Cần nơi cư trú sau khi ra cơ sở.</source>
   <translation>The residence after discharge is needed.</translation>
  </message>
  <message>
   <source>Cần nơi cất giữ: tủ, ngăn.</source>
   <translation>Where it is kept is needed: cupboard, shelf.</translation>
  </message>
  <message>
   <source>Cần nơi nhận lại thuốc.</source>
   <translation>The place that takes the medicine back is needed.</translation>
  </message>
  <message>
   <source>Cần nồng độ, hàm lượng.</source>
   <translation>The strength is needed.</translation>
  </message>
  <message>
   <source>Cần quan hệ của người làm đơn với người cai nghiện.</source>
   <translation>The relationship of the applicant to the resident is needed.</translation>
  </message>
  <message>
   <source>Cần số biên bản chuyển giao hoặc tiêu hủy.</source>
   <translation>The number of the transfer or destruction minutes is needed.</translation>
  </message>
  <message>
   <source>Cần số biên bản hủy.</source>
   <translation>The number of the destruction minutes is needed.</translation>
  </message>
  <message>
   <source>Cần số của báo cáo đã gửi.</source>
   <translation>The number of the report sent is needed.</translation>
  </message>
  <message>
   <source>Cần số của giấy tờ; có ngày mà không có số thì chưa đủ.</source>
   <translation>The number of the paper is needed; a date without a number is not enough.</translation>
  </message>
  <message>
   <source>Cần số của quyết định, như in trên giấy.</source>
   <translation>The number of the decision is needed, as printed on the paper.</translation>
  </message>
  <message>
   <source>Cần số giấy tờ tùy thân người trả thuốc.</source>
   <translation>The ID document number of the person returning the medicine is needed.</translation>
  </message>
  <message>
   <source>Cần số khác {seal}</source>
   <translation>Needs a number other than {seal}</translation>
  </message>
  <message>
   <source>Cần số lô in trên hộp thuốc.</source>
   <translation>The lot number printed on the medicine box is needed.</translation>
  </message>
  <message>
   <source>Cần số mẫu ghi trên niêm phong.</source>
   <translation>The sample number on the seal is needed.</translation>
  </message>
  <message>
   <source>Cần số niêm phong mới của túi {seal}</source>
   <translation>A new seal number for bag {seal} is needed</translation>
  </message>
  <message>
   <source>Cần số quyết định.</source>
   <translation>The decision number is needed.</translation>
  </message>
  <message>
   <source>Cần số thiết bị.</source>
   <translation>The device number is needed.</translation>
  </message>
  <message>
   <source>Cần số tháng in trong quyết định</source>
   <translation>The number of months printed in the decision is needed</translation>
  </message>
  <message>
   <source>Cần số tháng in trong quyết định.</source>
   <translation>The number of months printed in the decision is needed.</translation>
  </message>
  <message>
   <source>Cần số và ngày của giấy tờ</source>
   <translation>The number and date of a paper are needed</translation>
  </message>
  <message>
   <source>Cần số và ngày của quyết định quản lý (V-32): những ngày này được trừ theo giấy đó.</source>
   <translation>The number and date of the temporary management decision (V-32) are needed: these days are credited on that paper.</translation>
  </message>
  <message>
   <source>Cần số văn bản</source>
   <translation>Document number needed</translation>
  </message>
  <message>
   <source>Cần số văn bản cho phép hủy thuốc.</source>
   <translation>The number of the document allowing destruction of the medicine is needed.</translation>
  </message>
  <message>
   <source>Cần số văn bản gửi Công an cấp xã.</source>
   <translation>The number of the document sent to the commune police is needed.</translation>
  </message>
  <message>
   <source>Cần số văn bản và điều</source>
   <translation>Document number and article needed</translation>
  </message>
  <message>
   <source>Cần số văn bản yêu cầu (Đ111.1).</source>
   <translation>The number of the requesting document is needed (Art. 111.1).</translation>
  </message>
  <message>
   <source>Cần số đơn, số hồ sơ (NĐ 141/2024 Đ30).</source>
   <translation>The number of the application or file is needed (Decree 141/2024, Art. 30).</translation>
  </message>
  <message>
   <source>Cần thời điểm tư vấn</source>
   <translation>The time of counselling is needed</translation>
  </message>
  <message>
   <source>Cần trả lời từng cảnh báo</source>
   <translation>Every alert needs an answer</translation>
  </message>
  <message>
   <source>Cần tên Công an cấp xã nơi cư trú.</source>
   <translation>The name of the commune police of the place of residence is needed.</translation>
  </message>
  <message>
   <source>Cần tên Công an cấp xã ra quyết định.</source>
   <translation>The name of the commune police that made the decision is needed.</translation>
  </message>
  <message>
   <source>Cần tên Tòa án hoặc Công an tỉnh.</source>
   <translation>The name of the court or the provincial police is needed.</translation>
  </message>
  <message>
   <source>Cần tên cha mẹ hoặc người giám hộ</source>
   <translation>The name of a parent or guardian is needed</translation>
  </message>
  <message>
   <source>Cần tên cơ quan ban hành, theo tên gọi lúc ban hành.</source>
   <translation>The name of the issuing authority is needed, as it was when the decision was issued.</translation>
  </message>
  <message>
   <source>Cần tên cơ quan yêu cầu.</source>
   <translation>The name of the requesting authority is needed.</translation>
  </message>
  <message>
   <source>Cần tên cơ quan đã quyết định.</source>
   <translation>The name of the deciding authority is needed.</translation>
  </message>
  <message>
   <source>Cần tên cơ quan, cơ sở đang giữ hoặc tiếp nhận.</source>
   <translation>The name of the authority or facility holding or admitting the person is needed.</translation>
  </message>
  <message>
   <source>Cần tên cơ sở khám bệnh, chữa bệnh.</source>
   <translation>The name of the medical facility is needed.</translation>
  </message>
  <message>
   <source>Cần tên của nơi để thuốc.</source>
   <translation>The name of the storage place is needed.</translation>
  </message>
  <message>
   <source>Cần tên hoạt chất.</source>
   <translation>The name of the active ingredient is needed.</translation>
  </message>
  <message>
   <source>Cần tên khoa, phòng lĩnh thuốc.</source>
   <translation>The name of the requisitioning department is needed.</translation>
  </message>
  <message>
   <source>Cần tên kit, số lô như in trên hộp.</source>
   <translation>The kit name and lot number as printed on the box are needed.</translation>
  </message>
  <message>
   <source>Cần tên người chứng kiến lấy mẫu.</source>
   <translation>The name of the witness to the sampling is needed.</translation>
  </message>
  <message>
   <source>Cần tên người đọc thứ hai.</source>
   <translation>The name of the second reader is needed.</translation>
  </message>
  <message>
   <source>Cần tên người đồng ý.</source>
   <translation>The name of the person consenting is needed.</translation>
  </message>
  <message>
   <source>Cần tên nơi cung ứng thuốc.</source>
   <translation>The name of the medicine supplier is needed.</translation>
  </message>
  <message>
   <source>Cần tên phòng xét nghiệm khẳng định.</source>
   <translation>The name of the confirmatory laboratory is needed.</translation>
  </message>
  <message>
   <source>Cần tên đồ vật.</source>
   <translation>The name of the item is needed.</translation>
  </message>
  <message>
   <source>Cần tình trạng thiết bị.</source>
   <translation>The condition of the device is needed.</translation>
  </message>
  <message>
   <source>Cần vị trí đeo thiết bị.</source>
   <translation>The place where the device is worn is needed.</translation>
  </message>
  <message>
   <source>Cần đúng một trong hai: số tháng hoặc số ngày được giảm, như in trong quyết định.</source>
   <translation>Exactly one of the two is needed: the number of months or of days of the reduction, as printed in the decision.</translation>
  </message>
  <message>
   <source>Cộng lại quá {most_months} tháng hoặc {most_days} ngày</source>
   <translation>Over {most_months} months or {most_days} days in all</translation>
  </message>
  <message>
   <source>Danh sách chia có người đứng hai dòng. Mỗi người một dòng; hãy gộp lại rồi ghi.</source>
   <translation>Someone is in two rows of the sharing list. One row per person; merge them, then record.</translation>
  </message>
  <message>
   <source>Danh sách có người không có lần cai nghiện nào đang mở. Hãy tiếp nhận họ trước, hoặc bỏ họ ra.</source>
   <translation>Someone on the list has no open stay. Admit them first, or leave them out.</translation>
  </message>
  <message>
   <source>Danh sách có {count} số giấy tờ trùng với người đã có hồ sơ hoặc trùng nhau. Hãy so lại những người đó rồi nhập riêng từng người.</source>
   <translation>ID document numbers in the list shared with existing case files or with one another: {count}. Compare those people, then add them one by one.</translation>
  </message>
  <message>
   <source>Danh sách dài quá {most} dòng, một bảng tính không chứa hết. Hãy lọc bớt rồi xuất lại.</source>
   <translation>The list has more than {most} rows, too many for one spreadsheet. Filter it and export again.</translation>
  </message>
  <message>
   <source>Danh sách ghi hết hạn {said}; {months} tháng từ {admitted} là {counted}. Chương trình tính theo quyết định; ngày được trừ hay cộng thêm thì ghi ở tab Thời hạn.</source>
   <translation>The list says the term ends on {said}; {months} months from {admitted} is {counted}. The program calculates by the decision; record days credited or added on the tab Term.</translation>
  </message>
  <message>
   <source>Danh sách không có cột “{column}”. Hãy ghi chữ cái của cột hoặc đúng tên cột.</source>
   <translation>The list has no column “{column}”. Write the letter of the column or its exact name.</translation>
  </message>
  <message>
   <source>Danh sách này không sắp xếp được theo “{key}”. Có thể sắp theo: {known}.</source>
   <translation>This list cannot be sorted by “{key}”. It can be sorted by: {known}.</translation>
  </message>
  <message>
   <source>Diện này không lập biên bản giao, nhận.</source>
   <translation>No handover minutes are made for this type of stay.</translation>
  </message>
  <message>
   <source>Diện “{type}” không có giấy xác nhận hoàn thành. Người đó vẫn ra cơ sở đúng ngày.</source>
   <translation>The type of stay “{type}” has no completion certificate. The person is still discharged on the day due.</translation>
  </message>
  <message>
   <source>Diện “{type}” không có thông báo V-51. Hãy dùng văn bản khác nếu cần báo.</source>
   <translation>The type of stay “{type}” has no notice V-51. Use another document if a notice is needed.</translation>
  </message>
  <message>
   <source>Diện “{type}” không có thời hạn nên không có gì để giảm ({article}). Nếu được cho ra, hãy ghi kết thúc với lý do theo giấy tờ.</source>
   <translation>The type of stay “{type}” has no term, so there is nothing to reduce ({article}). If the person is released, record the end with the reason on the paper.</translation>
  </message>
  <message>
   <source>Diện “{type}” không có thời hạn nên không có gì để trừ ({article}). Khi chuyển sang cai nghiện bắt buộc, thời gian quản lý được trừ ngay.</source>
   <translation>The type of stay “{type}” has no term, so there is nothing to credit ({article}). On conversion to compulsory rehabilitation, the temporary management is credited at once.</translation>
  </message>
  <message>
   <source>Duyệt y lệnh</source>
   <translation>Approval of order</translation>
  </message>
  <message>
   <source>Dòng này không có chênh lệch nào đang chờ giải thích.</source>
   <translation>This entry has no difference waiting for an explanation.</translation>
  </message>
  <message>
   <source>Dòng này không cần báo, hoặc đã ghi ngày báo cho người cai nghiện. Hãy mở lại sổ.</source>
   <translation>This entry needs no telling, or the day the resident was told is already recorded. Open the register again.</translation>
  </message>
  <message>
   <source>Dòng này vừa bị gạch bỏ ở nơi khác, nên không sửa được nữa. Hãy đóng lại và xem danh sách.</source>
   <translation>This row has just been struck out elsewhere and can no longer be edited. Close it and look at the list.</translation>
  </message>
  <message>
   <source>Dòng này đã được điều chỉnh trước đó. Hãy mở lại sổ để xem dòng điều chỉnh.</source>
   <translation>This entry has already been corrected. Open the register again to see the correcting entry.</translation>
  </message>
  <message>
   <source>Dòng quy tắc {code} thiếu cột hoặc có giá trị không đọc được. Hãy xem một dòng mẫu của bảng rồi ghi lại.</source>
   <translation>The rule row {code} lacks a column or has a value that cannot be read. Look at a sample row of the table, then record it again.</translation>
  </message>
  <message>
   <source>Dòng {earlier} cũng được quyết định là {code}. Hãy bỏ một dòng.</source>
   <translation>Row {earlier} has also been decided as {code}. Leave one of the rows out.</translation>
  </message>
  <message>
   <source>Dòng {row}: {why} Chưa ghi ai cả; hãy sửa dòng này rồi lưu lại.</source>
   <translation>Row {row}: {why} Nobody has been recorded; correct this row and save again.</translation>
  </message>
  <message>
   <source>Dòng điều chỉnh không bị điều chỉnh nữa. Hãy ghi lại dòng đúng như một khoản mới.</source>
   <translation>A correcting entry is not corrected again. Record the right entry as a new sum.</translation>
  </message>
  <message>
   <source>Dòng “{kind}” không điều chỉnh theo cách này. Liều đã lấy thì dùng việc trả lại liều; dòng điều chỉnh ghi sai thì ghi lại dòng đúng.</source>
   <translation>An entry “{kind}” is not adjusted this way. For a dose already taken, use the return of the dose; for a wrong adjustment entry, record the right entry again.</translation>
  </message>
  <message>
   <source>Dùng “Chuyển sang cai nghiện bắt buộc”</source>
   <translation>Use “Convert to compulsory rehabilitation”</translation>
  </message>
  <message>
   <source>Dấu hiệu này đã có xử trí, không ghi đè. Diễn biến tiếp theo hãy ghi vào hồ sơ bệnh án.</source>
   <translation>The action taken on this sign is already recorded and is not overwritten. Record what happens next in the medical record.</translation>
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
   <translation>This data is open in another window: computer {computer}, process number {process}, since {since}. Use that window, or close it and open again.</translation>
  </message>
  <message>
   <source>Dữ liệu đang được chương trình khác ghi quá lâu. Hãy đợi việc kia xong rồi làm lại.</source>
   <translation>Another program has been writing to the data for too long. Wait until it has finished and try again.</translation>
  </message>
  <message>
   <source>Ghi hai lần</source>
   <translation>Recorded twice</translation>
  </message>
  <message>
   <source>Ghi lại từ giấy thì cần giờ đã dùng.</source>
   <translation>To record again from paper, the time given is needed.</translation>
  </message>
  <message>
   <source>Ghi người này đang ở đâu: bệnh xá, lớp học, nơi lao động …</source>
   <translation>State where this person is: infirmary, class, place of labour …</translation>
  </message>
  <message>
   <source>Gia hạn theo tố tụng cần số, ngày văn bản đồng ý gia hạn (Đ111.3).</source>
   <translation>An extension for the proceedings needs the number and date of the document agreeing to it (Art. 111.3).</translation>
  </message>
  <message>
   <source>Giai đoạn này không còn. Hãy đóng lại và xem bảng.</source>
   <translation>This stage is no longer there. Close it and look at the table.</translation>
  </message>
  <message>
   <source>Giai đoạn {number} ({stage}) kết thúc {end} trước khi bắt đầu {start}. Hãy sửa một trong hai ngày.</source>
   <translation>Stage {number} ({stage}) ends on {end}, before it begins on {start}. Correct one of the two dates.</translation>
  </message>
  <message>
   <source>Giai đoạn “{stage}” đã được ghi. Hãy mở giai đoạn đó để sửa.</source>
   <translation>Stage “{stage}” is already recorded. Open it to edit it.</translation>
  </message>
  <message>
   <source>Giá trị không đúng với đơn vị: {unit}</source>
   <translation>Value does not fit the unit: {unit}</translation>
  </message>
  <message>
   <source>Giá trị số {place} ở dòng {seq} của nhật ký đã được xóa trước đó; không còn gì để xóa.</source>
   <translation>Value number {place} in entry {seq} of the audit trail has already been erased; nothing is left to erase.</translation>
  </message>
  <message>
   <source>Giá trị “{value}” không đúng với đơn vị: {unit}. Ví dụ: 24; 0,8; 30/20/20/30.</source>
   <translation>Value “{value}” does not fit the unit: {unit}. Examples: 24; 0,8; 30/20/20/30.</translation>
  </message>
  <message>
   <source>Giường có định danh {id} có {count} người. Hãy báo người hỗ trợ.</source>
   <translation>The bed with ID {id} has {count} people. Report to support.</translation>
  </message>
  <message>
   <source>Giường này trái quy tắc xếp chỗ ở</source>
   <translation>This bed is against the accommodation rules</translation>
  </message>
  <message>
   <source>Giường {bed} không thuộc phòng {place}. Hãy mở lại danh sách rồi chọn lại.</source>
   <translation>Bed {bed} is not in room {place}. Open the list again, then choose again.</translation>
  </message>
  <message>
   <source>Giảm mức theo dõi do bác sĩ quyết định. Hãy báo bác sĩ; trong lúc chờ giữ mức hiện tại.</source>
   <translation>Lowering the observation level is for the doctor to decide. Notify the doctor; keep the present level meanwhile.</translation>
  </message>
  <message>
   <source>Giấy này đã lập và còn giá trị. Muốn lập lại, hãy hủy giấy cũ trong sổ văn bản đi, có lý do.</source>
   <translation>This paper has been made and is in force. To make it again, void the old one in the outgoing register, with a reason.</translation>
  </message>
  <message>
   <source>Giấy tờ ngày {paper_on} ban hành sau ngày phải cho ra {before}: thời hạn đã hết thì không cộng thêm ngày nào (NĐ 163/2026 Đ109.3). Hãy xem lại ngày của giấy tờ; sự kiện vẫn được ghi nhận khi để trống giấy tờ.</source>
   <translation>The paper dated {paper_on} was issued after the day due for discharge {before}: when the term is over, no more days are added (Decree 163/2026, Art. 109.3). Check the date of the paper; the event is still recorded if the paper is left empty.</translation>
  </message>
  <message>
   <source>Giấy tờ này không có trong danh mục. Hãy mở lại hồ sơ.</source>
   <translation>This paper is not in the code list. Open the file again.</translation>
  </message>
  <message>
   <source>Giấy xác nhận thời gian, quy trình đã thực hiện chỉ dùng ở cơ sở tư nhân ({article}).</source>
   <translation>The certificate of time and stages carried out is used only at private facilities ({article}).</translation>
  </message>
  <message>
   <source>Giấy xác nhận {form} chỉ cấp trong {hours} giờ trước ngày ra cơ sở {day} ({article}). Hãy cấp từ ngày {first}.</source>
   <translation>Certificate {form} is issued only within {hours} hours before the discharge date {day} ({article}). Issue it from {first}.</translation>
  </message>
  <message>
   <source>Giấy xác nhận {form} không thể ghi ngày {day}: sớm nhất là ngày {first} ({article}). Hãy ghi từ ngày đó trở đi.</source>
   <translation>Certificate {form} cannot be dated {day}: the earliest is {first} ({article}). Give that date or a later one.</translation>
  </message>
  <message>
   <source>Giống hệt họ tên và ngày sinh ở dòng {row} của danh sách. Hãy bỏ một dòng; nếu là hai người thì quyết định “người khác”.</source>
   <translation>Same full name and date of birth as row {row} of the list. Leave one of the rows out; if they are two people, decide “someone else”.</translation>
  </message>
  <message>
   <source>Giờ dùng lệch giờ của y lệnh quá {minutes} phút. Hãy ghi kết quả “Dùng không đúng giờ” kèm lý do, hoặc sửa giờ.</source>
   <translation>The time given differs from the time of the order by more than {minutes} minutes. Record the result “Given at the wrong time” with the reason, or correct the time.</translation>
  </message>
  <message>
   <source>Giờ giao nhận chưa đến. Hãy xem lại.</source>
   <translation>The time of the handover has not come yet. Check it.</translation>
  </message>
  <message>
   <source>Giờ nôn phải sau giờ dùng và không muộn hơn bây giờ. Hãy xem lại giờ.</source>
   <translation>The time of vomiting must be after the time given and not later than now. Check the time.</translation>
  </message>
  <message>
   <source>Giờ xem lại phải sau bây giờ.</source>
   <translation>The time of the review must be after now.</translation>
  </message>
  <message>
   <source>Hai lần nhập mật khẩu khác nhau. Hãy nhập lại từ đầu.</source>
   <translation>The two passwords typed differ. Type both again.</translation>
  </message>
  <message>
   <source>Hai lần xếp giường chồng thời gian: {first} và {second}. Hãy báo người hỗ trợ.</source>
   <translation>Two bed assignments overlap in time: {first} and {second}. Report to support.</translation>
  </message>
  <message>
   <source>Hai người {first} và {second} đã có trong danh sách không xếp chung. Hãy kết thúc cặp cũ trước khi lập lại.</source>
   <translation>{first} and {second} are already in the keep-apart list. End the old pair before making it again.</translation>
  </message>
  <message>
   <source>Hãy chọn chế độ luật</source>
   <translation>Choose the legal regime</translation>
  </message>
  <message>
   <source>Hãy chọn các chỉ số của kit trong danh mục, ít nhất một.</source>
   <translation>Choose the panels of the kit from the code list, at least one.</translation>
  </message>
  <message>
   <source>Hãy chọn cách giao đồ vật trong danh sách.</source>
   <translation>Choose from the list how the items are given.</translation>
  </message>
  <message>
   <source>Hãy chọn loại khác</source>
   <translation>Choose another type</translation>
  </message>
  <message>
   <source>Hãy chọn loại ma túy; không rõ thì chọn “không rõ”.</source>
   <translation>Choose the drug type; if it is not known, choose “unknown”.</translation>
  </message>
  <message>
   <source>Hãy chọn loại tài liệu khác</source>
   <translation>Choose another type of document</translation>
  </message>
  <message>
   <source>Hãy chọn lại loại khoản chi</source>
   <translation>Choose the type of payment again</translation>
  </message>
  <message>
   <source>Hãy chọn lại loại khoản nhận</source>
   <translation>Choose the type of receipt again</translation>
  </message>
  <message>
   <source>Hãy chọn ngày sau dòng sổ cuối cùng</source>
   <translation>Choose a day after the last register entry</translation>
  </message>
  <message>
   <source>Hãy chọn người khác</source>
   <translation>Choose someone else</translation>
  </message>
  <message>
   <source>Hãy chọn nơi khác</source>
   <translation>Choose another place</translation>
  </message>
  <message>
   <source>Hãy chọn nơi để khác</source>
   <translation>Choose another storage place</translation>
  </message>
  <message>
   <source>Hãy chọn thuốc</source>
   <translation>Choose a medicine</translation>
  </message>
  <message>
   <source>Hãy chọn trong danh sách</source>
   <translation>Choose from the list</translation>
  </message>
  <message>
   <source>Hãy chọn tài khoản khác</source>
   <translation>Choose another account</translation>
  </message>
  <message>
   <source>Hãy chọn tủ thuốc trực</source>
   <translation>Choose a duty cabinet</translation>
  </message>
  <message>
   <source>Hãy chọn vai trò khác</source>
   <translation>Choose another role</translation>
  </message>
  <message>
   <source>Hãy chọn vì sao người cai nghiện không ký.</source>
   <translation>Choose why the resident did not sign.</translation>
  </message>
  <message>
   <source>Hãy chọn đúng một phạm vi: toàn cơ sở, một khu hoặc một tổ.</source>
   <translation>Choose exactly one scope: the whole facility, a zone or a team.</translation>
  </message>
  <message>
   <source>Hãy ghi Bắt buộc hoặc Tự nguyện, hay chọn chung cho cả danh sách.</source>
   <translation>Write Bat buoc (compulsory) or Tu nguyen (voluntary), or choose one for the whole list.</translation>
  </message>
  <message>
   <source>Hãy ghi Nam hoặc Nữ.</source>
   <translation>Write Nam (male) or Nu (female).</translation>
  </message>
  <message>
   <source>Hãy ghi bằng {wanted}</source>
   <translation>Record it in {wanted}</translation>
  </message>
  <message>
   <source>Hãy ghi họ tên như trên giấy tờ, ví dụ Nguyễn Văn An.</source>
   <translation>Write the full name as on the ID document, for example Nguyen Van An.</translation>
  </message>
  <message>
   <source>Hãy ghi họ và tên.</source>
   <translation>Give the full name.</translation>
  </message>
  <message>
   <source>Hãy ghi kết quả của ít nhất một chỉ số trong danh mục.</source>
   <translation>Record the result of at least one panel from the code list.</translation>
  </message>
  <message>
   <source>Hãy ghi lý do không xếp chung.</source>
   <translation>State the reason for keeping them apart.</translation>
  </message>
  <message>
   <source>Hãy ghi lý do niêm phong lại hoặc chuyển chỗ.</source>
   <translation>State the reason for resealing or moving.</translation>
  </message>
  <message>
   <source>Hãy ghi lý do y tế; lý do chỉ ở hồ sơ bệnh án.</source>
   <translation>State the medical reason; the reason is only in the medical record.</translation>
  </message>
  <message>
   <source>Hãy ghi lý do; lý do được lưu trong nhật ký.</source>
   <translation>State the reason; it is kept in the audit trail.</translation>
  </message>
  <message>
   <source>Hãy ghi lại số lượng</source>
   <translation>Record the quantity again</translation>
  </message>
  <message>
   <source>Hãy ghi ngày ban hành như in trên giấy, ví dụ 30/07/2026.</source>
   <translation>Write the date of issue as printed on the paper, for example 30/07/2026.</translation>
  </message>
  <message>
   <source>Hãy ghi ngày sinh, ít nhất năm sinh, ví dụ 17/05/1990 hoặc 1990.</source>
   <translation>Write the date of birth, at least the year, for example 17/05/1990 or 1990.</translation>
  </message>
  <message>
   <source>Hãy ghi ngày trong biên bản giao nhận, ví dụ 01/08/2026.</source>
   <translation>Write the date in the handover minutes, for example 01/08/2026.</translation>
  </message>
  <message>
   <source>Hãy ghi như in trên giấy, ví dụ 12/QĐ-TA.</source>
   <translation>Write it as printed on the paper, for example 12/QD-TA.</translation>
  </message>
  <message>
   <source>Hãy ghi nội dung của mục này.</source>
   <translation>Write the content of this entry.</translation>
  </message>
  <message>
   <source>Hãy ghi phạm vi được ký. Ví dụ: giấy xác nhận, thông báo.</source>
   <translation>State what may be signed. Example: certificates, notices.</translation>
  </message>
  <message>
   <source>Hãy ghi rõ; nội dung được lưu trong nhật ký.</source>
   <translation>State it clearly; the text is kept in the audit trail.</translation>
  </message>
  <message>
   <source>Hãy ghi số tháng in trong quyết định, ví dụ 24.</source>
   <translation>Write the number of months printed in the decision, for example 24.</translation>
  </message>
  <message>
   <source>Hãy ghi số thông báo, tối đa 200 ký tự. Ví dụ: TB 9441/TB-BNV.</source>
   <translation>Give the number of the notice, at most 200 characters. Example: TB 9441/TB-BNV.</translation>
  </message>
  <message>
   <source>Hãy ghi tên ngày, tối đa 200 ký tự. Ví dụ: Nghỉ bù Tết.</source>
   <translation>Name the day, at most 200 characters. Example: Tet holiday in lieu.</translation>
  </message>
  <message>
   <source>Hãy ghi tên theo lúc ban hành, ví dụ Tòa án nhân dân khu vực 1 – Hà Nội.</source>
   <translation>Write the name as it was at issue, for example Toa an nhan dan khu vuc 1 – Hà Nội.</translation>
  </message>
  <message>
   <source>Hãy ghi tên vào ô bên cạnh họ đệm, ví dụ An.</source>
   <translation>Write the given name in the cell beside the family and middle names, for example An.</translation>
  </message>
  <message>
   <source>Hãy ghi tội danh hoặc hành vi vi phạm.</source>
   <translation>State the offence or violation.</translation>
  </message>
  <message>
   <source>Hãy ghi vì sao không có giấy tờ (mất, chưa được cấp, gia đình đang giữ…).</source>
   <translation>State why there is no ID document (lost, not yet issued, kept by the family…).</translation>
  </message>
  <message>
   <source>Hãy ghi vì sao không cần giấy này.</source>
   <translation>State why this paper is not needed.</translation>
  </message>
  <message>
   <source>Hãy ghi đã khám thấy gì, xử trí thế nào.</source>
   <translation>State what was found on examination and what action was taken.</translation>
  </message>
  <message>
   <source>Hãy ghi đã trả, đã cấp những gì; không có gì gửi thì ghi “không gửi”.</source>
   <translation>Record what was returned and given; if nothing was deposited, write “no deposit”.</translation>
  </message>
  <message>
   <source>Hãy ghi đã xử trí thế nào.</source>
   <translation>State how it was handled.</translation>
  </message>
  <message>
   <source>Hãy ghi ở phần HIV</source>
   <translation>Record it in the HIV part</translation>
  </message>
  <message>
   <source>Hãy ghi ở phần chẩn đoán</source>
   <translation>Record it in the diagnoses</translation>
  </message>
  <message>
   <source>Hãy sửa hoặc xác nhận liều</source>
   <translation>Correct or confirm the dose</translation>
  </message>
  <message>
   <source>Hãy sửa hoặc xác nhận số lượng</source>
   <translation>Correct or confirm the quantity</translation>
  </message>
  <message>
   <source>Hãy xem lại giờ</source>
   <translation>Check the time</translation>
  </message>
  <message>
   <source>Hãy xem lại giờ, ngày</source>
   <translation>Check the time and date</translation>
  </message>
  <message>
   <source>Hãy xem lại hạn dùng</source>
   <translation>Check the expiry date</translation>
  </message>
  <message>
   <source>Hãy xem lại ngày</source>
   <translation>Check the date</translation>
  </message>
  <message>
   <source>Hãy để trống</source>
   <translation>Leave this empty</translation>
  </message>
  <message>
   <source>Hạn trả lời đứng trước ngày đến. Hãy kiểm tra lại năm.</source>
   <translation>The answer is due before the date of arrival. Check the year.</translation>
  </message>
  <message>
   <source>Hạn trở lại {due} không sau lúc đi {left}. Hãy sửa hạn trở lại.</source>
   <translation>The return due date {due} is not after the departure {left}. Correct the return due date.</translation>
  </message>
  <message>
   <source>Họ tên chỉ gồm chữ. Hãy xem lại, có thể đã nhập nhầm ô.</source>
   <translation>A full name has letters only. Check it; it may be in the wrong box.</translation>
  </message>
  <message>
   <source>Họ tên còn trống. Hãy ghi họ tên như trên giấy tờ.</source>
   <translation>The full name is empty. Write it as on the ID document.</translation>
  </message>
  <message>
   <source>Họ và tên có ký tự “{letter}”, tên người không viết như vậy. Hãy xem lại ô họ tên.</source>
   <translation>The full name has the character “{letter}”; names are not written so. Check the full name.</translation>
  </message>
  <message>
   <source>Hồ sơ báo động chỉ lập cho người bỏ trốn hoặc tự ý rời cơ sở. Hãy chọn hồ sơ khác.</source>
   <translation>An alarm file is made only for a person who escaped or left the facility without leave. Choose another file.</translation>
  </message>
  <message>
   <source>Hồ sơ này không do cơ sở quyết định. Hãy ghi quyết định của cơ quan có thẩm quyền.</source>
   <translation>This file is not for the facility to decide. Record the decision of the competent authority.</translation>
  </message>
  <message>
   <source>Hồ sơ này không phải người tự nguyện đang rời cơ sở. Hãy mở lại hồ sơ.</source>
   <translation>This file is not of a voluntary resident leaving the facility. Open the file again.</translation>
  </message>
  <message>
   <source>Hồ sơ này không phải điều chuyển. Hãy mở lại hồ sơ rồi chọn việc khác.</source>
   <translation>This file is not a transfer. Open the file again, then choose another action.</translation>
  </message>
  <message>
   <source>Hồ sơ này không phải đề nghị tạm đình chỉ, miễn (V-46). Hãy lập đề nghị trước (Đ110.2).</source>
   <translation>This file is not a request for suspension or waiver (V-46). Make the request first (Art. 110.2).</translation>
  </message>
  <message>
   <source>Hồ sơ này đã đóng ngày {day}.</source>
   <translation>This file was closed on {day}.</translation>
  </message>
  <message>
   <source>Hồ sơ đang ở “{state}”, không còn chờ quyết định. Hãy mở lại hồ sơ rồi xem lại.</source>
   <translation>The file is at “{state}” and no longer awaits a decision. Open the file again and check it.</translation>
  </message>
  <message>
   <source>Hồ sơ đang ở “{state}”: người này không vắng theo hồ sơ đó. Hãy mở lại trang rồi xem hồ sơ đang mở.</source>
   <translation>The file is at “{state}”: this person is not absent under that file. Open the page again and see the file that is open.</translation>
  </message>
  <message>
   <source>Hồ sơ đang ở “{state}”; chỉ cho đi khi đã có quyết định (V-49: Đ121.2b, V-47: Đ111.1). Hãy nhờ người đứng đầu quyết định trước.</source>
   <translation>The file is at “{state}”; nobody is let go until there is a decision (V-49: Art. 121.2b, V-47: Art. 111.1). Ask the head to decide first.</translation>
  </message>
  <message>
   <source>Hội đồng hủy thuốc cần ít nhất {least} người ({article}), mới ghi {count}. Hãy ghi đủ; chỉ khi chương trình hỏi mà quy định đang áp dụng khác thì mới xác nhận.</source>
   <translation>The medicine destruction committee needs at least {least} people ({article}); only {count} recorded. Record them all; confirm only if the program asks and the regulation in force differs.</translation>
  </message>
  <message>
   <source>Hủy thuốc phải kiểm soát đặc biệt cần người của cơ quan y tế chứng kiến ({article}). Hãy ghi họ tên; chỉ khi chương trình hỏi mà quy định đang áp dụng khác thì mới xác nhận.</source>
   <translation>Destroying specially controlled medicines needs a witness from the health authority ({article}). Write the full name; confirm only if the program asks and the regulation in force differs.</translation>
  </message>
  <message>
   <source>Khi đó đang bỏ trốn ({first}–{to})</source>
   <translation>Escaped at that time ({first}–{to})</translation>
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
   <source>Khoản chi chỉ gồm: {kinds}. Hãy chọn lại loại khoản chi.</source>
   <translation>A payment can only be: {kinds}. Choose the type of payment again.</translation>
  </message>
  <message>
   <source>Khoản nhận chỉ gồm: {kinds}. Hãy chọn lại loại khoản nhận.</source>
   <translation>A receipt can only be: {kinds}. Choose the type of receipt again.</translation>
  </message>
  <message>
   <source>Khoảng thời gian này chồng lên một khoảng đã có. Hãy kết thúc khoảng kia trước.</source>
   <translation>This period overlaps one that is already there. End that one first.</translation>
  </message>
  <message>
   <source>Khu này dành cho người chưa đủ 18 tuổi; người {person} đã đủ 18 tuổi.</source>
   <translation>This zone is for people under 18; {person} is already 18.</translation>
  </message>
  <message>
   <source>Khác diện cai nghiện: người {person} và người {roommate} không ở chung phòng.</source>
   <translation>Different types of stay: {person} and {roommate} do not share a room.</translation>
  </message>
  <message>
   <source>Khóa công khai này không đúng dạng. Hãy xin lại tệp khóa từ cơ sở đã gửi.</source>
   <translation>This public key is not well formed. Ask the facility that sent it for the key file again.</translation>
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
   <source>Khóa khôi phục này không mở được bản sao lưu. Hãy dùng tờ khóa khôi phục có hiệu lực khi sao lưu: khóa lập sau đó không mở được các bản sao lưu cũ hơn nó.</source>
   <translation>This recovery key does not open the backup. Use the recovery sheet that was valid when the backup was made: a key made later does not open backups older than itself.</translation>
  </message>
  <message>
   <source>Khóa khôi phục này không phải của tệp khóa này. Hãy dùng tờ in gần nhất của đúng cơ sở này.</source>
   <translation>This recovery key does not belong to this key file. Use the latest printed sheet of this very facility.</translation>
  </message>
  <message>
   <source>Khóa không đúng dạng</source>
   <translation>Key not well formed</translation>
  </message>
  <message>
   <source>Khóa này của cơ sở {code} đã có. Không cần nhập lại.</source>
   <translation>This key of facility {code} is already here. There is no need to import it again.</translation>
  </message>
  <message>
   <source>Khóa thiết bị của tài khoản hệ điều hành này bị hỏng ({name}). Hãy đặt lại mật khẩu trên máy này bằng khóa khôi phục: user reset TÊN --recovery-key-file TỆP; khóa hỏng được cất dưới tên khác và máy có khóa thiết bị mới.</source>
   <translation>The device secret of this account of the operating system is damaged ({name}). Set the password on this computer again with the recovery key: user reset NAME --recovery-key-file FILE; the damaged secret is kept under another name and the computer gets a new one.</translation>
  </message>
  <message>
   <source>Không còn gì phải cấp khi vào cơ sở. Cấp thêm thì mở trang Cấp phát đồ dùng.</source>
   <translation>There is nothing left to issue at admission. To issue more, open the page Issue supplies.</translation>
  </message>
  <message>
   <source>Không còn thấy máy in “{printer}”. Xem máy in có bật và có nối dây không, rồi chọn lại.</source>
   <translation>Printer “{printer}” can no longer be found. Check that it is on and connected, then choose again.</translation>
  </message>
  <message>
   <source>Không có ai trong phạm vi này để điểm danh. Hãy chọn phạm vi khác.</source>
   <translation>There is nobody in this scope to call. Choose another scope.</translation>
  </message>
  <message>
   <source>Không có biểu mẫu {form} (phiên bản {version}). Hãy chọn trong danh sách biểu mẫu, hoặc cài đặt lại chương trình nếu biểu mẫu này từng có.</source>
   <translation>There is no form {form} (version {version}). Choose from the list of forms, or install the program again if this form was there before.</translation>
  </message>
  <message>
   <source>Không có chất mang mã “{code}”. Hãy chọn trong danh mục.</source>
   <translation>There is no substance with the code “{code}”. Choose from the list.</translation>
  </message>
  <message>
   <source>Không có giường “{bed}”. Giường gần giống: {like}. Hãy xem bảng giường.</source>
   <translation>There is no bed “{bed}”. Similar beds: {like}. See the bed board.</translation>
  </message>
  <message>
   <source>Không có giảm thời hạn ({article})</source>
   <translation>There is no term reduction ({article})</translation>
  </message>
  <message>
   <source>Không có hồ sơ “{typed}” để lập {form}. Hãy dùng mã hoặc tên như trong danh sách.</source>
   <translation>There is no record “{typed}” to make {form} from. Use the code or name as in the list.</translation>
  </message>
  <message>
   <source>Không có khu “{zone}”. Các khu đang có: {known}.</source>
   <translation>There is no zone “{zone}”. Zones available: {known}.</translation>
  </message>
  <message>
   <source>Không có lần cai nghiện nào mang mã “{code}”. Hãy dùng mã người cai nghiện hoặc mã lần cai nghiện.</source>
   <translation>There is no stay with the code “{code}”. Use the code of a resident or of a stay.</translation>
  </message>
  <message>
   <source>Không có lần nhập danh sách {id}. Hãy xem lại mã trong danh sách các lần nhập.</source>
   <translation>There is no list import {id}. Check the code in the list of imports.</translation>
  </message>
  <message>
   <source>Không có mã bệnh “{code}” trong danh mục đang dùng. Hãy tìm theo tên bệnh.</source>
   <translation>There is no disease code “{code}” in the code list in use. Search by the name of the disease.</translation>
  </message>
  <message>
   <source>Không có mục này</source>
   <translation>There is no such item</translation>
  </message>
  <message>
   <source>Không có mục “{field}”. Các mục nhận được: {known}.</source>
   <translation>There is no entry “{field}”. Accepted entries: {known}.</translation>
  </message>
  <message>
   <source>Không có nhóm dị ứng này. Hãy chọn trong danh sách.</source>
   <translation>There is no such allergy group. Choose from the list.</translation>
  </message>
  <message>
   <source>Không có phác đồ {code}. Hãy chọn trong danh sách phác đồ.</source>
   <translation>There is no protocol {code}. Choose from the list of protocols.</translation>
  </message>
  <message>
   <source>Không có quyền ký vào ngày này</source>
   <translation>No signing authority on this day</translation>
  </message>
  <message>
   <source>Không có thang đánh giá “{code}”. Các thang có sẵn: {known}.</source>
   <translation>There is no rating scale “{code}”. Scales available: {known}.</translation>
  </message>
  <message>
   <source>Không có thông số này</source>
   <translation>No such parameter</translation>
  </message>
  <message>
   <source>Không có thông số “{key}”. Hãy chọn trong danh sách thông số pháp lý.</source>
   <translation>There is no parameter “{key}”. Choose from the list of legal parameters.</translation>
  </message>
  <message>
   <source>Không có thư mục {folder}. Nếu đó là ổ rời thì hãy cắm ổ; nếu muốn thư mục mới thì hãy tạo nó trước, rồi làm lại.</source>
   <translation>There is no folder {folder}. If it is a removable disk, plug it in; if you want a new folder, make it first; then do it again.</translation>
  </message>
  <message>
   <source>Không có tài khoản này</source>
   <translation>No such account</translation>
  </message>
  <message>
   <source>Không có tài khoản “{name}” đang hoạt động. Hãy chọn lại trong danh sách.</source>
   <translation>There is no active account “{name}”. Choose again from the list.</translation>
  </message>
  <message>
   <source>Không có tài khoản “{name}”. Xem danh sách bằng lệnh user list.</source>
   <translation>There is no account “{name}”. For the list, run user list.</translation>
  </message>
  <message>
   <source>Không có tệp {file}. Hãy kiểm tra tên tệp và thư mục.</source>
   <translation>There is no file {file}. Check the file name and the folder.</translation>
  </message>
  <message>
   <source>Không có tệp “{file}”. Hãy kiểm tra tên và nơi để tệp.</source>
   <translation>There is no file “{file}”. Check its name and place.</translation>
  </message>
  <message>
   <source>Không có vai trò cần thiết</source>
   <translation>Does not have the role needed</translation>
  </message>
  <message>
   <source>Không có vai trò “{role}”. Các vai trò: {known}.</source>
   <translation>There is no role “{role}”. The roles are: {known}.</translation>
  </message>
  <message>
   <source>Không có việc này trong danh sách của tài khoản đang dùng. Hãy mở lại danh sách việc.</source>
   <translation>This task is not in the list of the account in use. Open the task list again.</translation>
  </message>
  <message>
   <source>Không có đơn vị hành chính mã “{code}” (QĐ 19/2025/QĐ-TTg). Hãy chọn tỉnh, xã trong danh sách; địa danh cũ thì ghi bằng chữ ở ô địa chỉ.</source>
   <translation>There is no administrative unit with code “{code}” (Decision 19/2025/QĐ-TTg). Choose the province and commune from the list; write a former place name as text in the address box.</translation>
  </message>
  <message>
   <source>Không cấp được quyền “{kind}” cho {name}: chỉ cấp cho {roles} (Luật phòng, chống HIV/AIDS, khoản 2 Điều 30).</source>
   <translation>The access “{kind}” cannot be granted to {name}: only to {roles} (Law on HIV/AIDS Prevention and Control, Art. 30(2)).</translation>
  </message>
  <message>
   <source>Không dùng cho diện này</source>
   <translation>Not used for this type of stay</translation>
  </message>
  <message>
   <source>Không dùng được đường dẫn {path}: {reason}. Hãy chọn đường dẫn khác.</source>
   <translation>The path {path} cannot be used: {reason}. Choose another path.</translation>
  </message>
  <message>
   <source>Không ghi giấy tờ vào thư mục dữ liệu {folder}: tệp ở đó không mã hóa và có thể đè lên dữ liệu. Hãy chọn nơi khác.</source>
   <translation>Papers are not written into the data folder {folder}: a file there is not encrypted and could overwrite data. Choose another place.</translation>
  </message>
  <message>
   <source>Không ghi khóa khôi phục vào bên trong thư mục dữ liệu {folder}: ở đó nó không giữ được gì và có thể bị dọn đi. Hãy chọn nơi khác, tốt nhất là ổ rời.</source>
   <translation>The recovery key is not written into the data folder {folder}: there it protects nothing and may be swept away. Choose another place, best a removable disk.</translation>
  </message>
  <message>
   <source>Không ghi vào bên trong thư mục dữ liệu {folder}. Hãy chọn một thư mục khác, tốt nhất trên ổ khác.</source>
   <translation>Nothing is written inside the data folder {folder}. Choose another folder, best on another disk.</translation>
  </message>
  <message>
   <source>Không ghi được tệp {file}. Nếu tệp đang mở trong chương trình khác (Excel, trình xem PDF) hãy đóng lại; nếu thư mục không còn hoặc không cho ghi hãy chọn nơi khác.</source>
   <translation>File {file} could not be written. If it is open in another program (Excel, a PDF viewer), close it; if the folder is gone or cannot be written to, choose another place.</translation>
  </message>
  <message>
   <source>Không hiện được khóa khôi phục ({reason}) nên chưa làm gì; khóa cũ, nếu có, vẫn còn hiệu lực. Hãy chạy lại trên màn hình, hoặc thêm --recovery-out TỆP.</source>
   <translation>The recovery key could not be shown ({reason}), so nothing was done; the former key, if any, is still valid. Run it again on the screen, or add --recovery-out FILE.</translation>
  </message>
  <message>
   <source>Không hoàn tác được lần nhập {file}: còn {what} của những người trong danh sách.</source>
   <translation>The import {file} cannot be undone: there is still {what} of people in the list.</translation>
  </message>
  <message>
   <source>Không hoàn tác được lần nhập {file}: sau đó đã có người ghi thêm hoặc sửa: {what}. Hãy gạch bỏ những mục đó trước, hoặc sửa từng hồ sơ.</source>
   <translation>The import {file} cannot be undone: since then someone has added or edited: {what}. Strike out those entries first, or correct each case file.</translation>
  </message>
  <message>
   <source>Không lấy thuốc cho người bệnh từ “{place}”. Hãy lĩnh thuốc về tủ trực rồi lấy từ tủ trực (TT 18/2026/TT-BYT Đ3.1đ).</source>
   <translation>Medicine for a patient is not taken from “{place}”. Requisition the medicine to the duty cabinet, then take it from there (Circular 18/2026/TT-BYT, Art. 3.1, point dd).</translation>
  </message>
  <message>
   <source>Không lọc được theo “{key}” với giá trị này. Hãy chọn lại bộ lọc.</source>
   <translation>The list cannot be filtered by “{key}” with this value. Choose the filter again.</translation>
  </message>
  <message>
   <source>Không mở hoặc không ghi được tệp dữ liệu, chưa ghi gì. Hãy kiểm tra quyền của thư mục dữ liệu rồi làm lại.</source>
   <translation>The data file could not be opened or written; nothing has been written. Check the rights of the data folder and try again.</translation>
  </message>
  <message>
   <source>Không phải lý do kết thúc</source>
   <translation>Not a reason of the end</translation>
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
   <source>Không thấy tệp đính kèm này trong thư mục dữ liệu. Hãy khôi phục từ bản sao lưu có nó (lệnh restore), hoặc đính kèm lại bản gốc.</source>
   <translation>This attached file was not found in the data folder. Restore a backup that has it (command restore), or attach the original again.</translation>
  </message>
  <message>
   <source>Không thể tách một người khỏi chính mình. Hãy chọn người khác.</source>
   <translation>A person cannot be kept apart from themselves. Choose someone else.</translation>
  </message>
  <message>
   <source>Không thể ở tương lai</source>
   <translation>Cannot be in the future</translation>
  </message>
  <message>
   <source>Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách.</source>
   <translation>Record {id} was not found. The list may be out of date; open it again.</translation>
  </message>
  <message>
   <source>Không tìm thấy dòng tiêu đề của danh sách trong {file}. Cần một dòng có ít nhất hai tên cột như “Họ và tên”, “Ngày sinh”, “Số CCCD”. Hãy sửa tệp hoặc chỉ ra dòng tiêu đề.</source>
   <translation>No header row of the list was found in {file}. It needs a row with at least two column names such as “Ho va ten”, “Ngay sinh”, “So CCCD”. Correct the file or point out the header row.</translation>
  </message>
  <message>
   <source>Không tìm thấy hồ sơ vắng mặt vừa mở. Hãy mở lại trang rồi ghi lại.</source>
   <translation>The absence file just opened was not found. Open the page again and record it again.</translation>
  </message>
  <message>
   <source>Không tìm thấy người cai nghiện {id}. Có thể hồ sơ đã bị gạch bỏ; hãy tìm lại theo tên.</source>
   <translation>Resident {id} was not found. The case file may have been struck out; search again by name.</translation>
  </message>
  <message>
   <source>Không tìm thấy người mà văn bản nói về. Hãy mở lại hồ sơ rồi làm lại.</source>
   <translation>The person the document is about was not found. Open the case file again and try again.</translation>
  </message>
  <message>
   <source>Không tìm thấy văn bản này. Có thể sổ đang mở đã cũ; hãy mở lại sổ văn bản.</source>
   <translation>This document was not found. The register on screen may be out of date; open it again.</translation>
  </message>
  <message>
   <source>Không tạo được thư mục {folder}. Hãy chọn thư mục khác, hoặc xem ổ đĩa có bị khóa.</source>
   <translation>Folder {folder} could not be made. Choose another folder, or see whether the disk is locked.</translation>
  </message>
  <message>
   <source>Không tự cấp quyền cho mình được. Hãy đề nghị người có quyền khác cấp.</source>
   <translation>Nobody can grant access to themselves. Ask someone else who has the permission.</translation>
  </message>
  <message>
   <source>Không tự khóa được tài khoản của mình. Hãy nhờ một quản trị viên khác.</source>
   <translation>Nobody can disable their own account. Ask another administrator.</translation>
  </message>
  <message>
   <source>Không tự xét lần mở khẩn cấp của chính mình. Hãy để người khác xét.</source>
   <translation>Nobody reviews their own emergency access. Leave it to someone else.</translation>
  </message>
  <message>
   <source>Không tự đổi được vai trò của mình. Hãy nhờ một quản trị viên khác.</source>
   <translation>Nobody can change their own roles. Ask another administrator.</translation>
  </message>
  <message>
   <source>Không xếp người {person} vào {bed}. {rules} Hãy chọn giường khác.</source>
   <translation>{person} was not assigned to {bed}. {rules} Choose another bed.</translation>
  </message>
  <message>
   <source>Không xếp người {person} vào {bed}. {rules} Muốn vẫn xếp: ghi lý do và nhờ người thứ hai có quyền xác nhận.</source>
   <translation>{person} was not assigned to {bed}. {rules} To assign anyway: state a reason and ask a second person with the permission to countersign.</translation>
  </message>
  <message>
   <source>Không áp dụng cho diện tự nguyện ({article})</source>
   <translation>Does not apply to voluntary stays ({article})</translation>
  </message>
  <message>
   <source>Không đúng liều của y lệnh</source>
   <translation>Not the dose of the order</translation>
  </message>
  <message>
   <source>Không đọc được biểu mẫu {file}: {reason}. Hãy cài đặt lại chương trình, hoặc sửa tệp nếu biểu mẫu này do cơ sở thêm vào.</source>
   <translation>Form {file} cannot be read: {reason}. Install the program again, or correct the file if the facility added this form itself.</translation>
  </message>
  <message>
   <source>Không đọc được danh mục {file} của chương trình: tệp bị mất hoặc hỏng. Dữ liệu của cơ sở không sao; hãy cài lại chương trình.</source>
   <translation>The program’s code list {file} cannot be read: the file is missing or damaged. The facility’s data is not affected; install the program again.</translation>
  </message>
  <message>
   <source>Không đọc được mã QR của thẻ.</source>
   <translation>The QR code of the card cannot be read.</translation>
  </message>
  <message>
   <source>Không đọc được mã QR: sai ở {part}</source>
   <translation>QR code cannot be read: error in {part}</translation>
  </message>
  <message>
   <source>Không đọc được nội dung mã QR của thẻ: sai ở {part}. Hãy tắt bộ gõ tiếng Việt, quét lại cả dòng, hoặc nhập tay.</source>
   <translation>The QR code of the card cannot be read: error in {part}. Turn off the Vietnamese input method and scan the whole line again, or enter it by hand.</translation>
  </message>
  <message>
   <source>Không đọc được phông chữ {file} của chương trình nên không in được. Hãy cài đặt lại chương trình.</source>
   <translation>The program’s font {file} cannot be read, so nothing can be printed. Install the program again.</translation>
  </message>
  <message>
   <source>Không đọc được tệp {file}. Hãy xem tệp còn đó không, có đang mở ở nơi khác không.</source>
   <translation>File {file} cannot be read. Check that it is still there and not open elsewhere.</translation>
  </message>
  <message>
   <source>Không đọc được tệp “{file}”. Nếu tệp đang mở trong chương trình khác hãy đóng lại; nếu tệp nằm trên USB hãy chép vào máy rồi thử lại.</source>
   <translation>File “{file}” cannot be read. If it is open in another program, close it; if it is on a USB drive, copy it to this computer and try again.</translation>
  </message>
  <message>
   <source>Không đủ thuốc ở nơi này</source>
   <translation>Not enough medicine at this place</translation>
  </message>
  <message>
   <source>Ký hiệu không đúng dạng</source>
   <translation>Symbol not well formed</translation>
  </message>
  <message>
   <source>Ký hiệu nhóm quá dài: tối đa 8 ký tự.</source>
   <translation>The group symbol is too long: at most 8 characters.</translation>
  </message>
  <message>
   <source>Ký hiệu “{symbol}” không đúng: chỉ gồm chữ và số, các nhóm nối bằng dấu “-”, tối đa {limit} ký tự. Ví dụ: QĐ-CSCN.</source>
   <translation>The symbol “{symbol}” is not valid: letters and digits only, groups joined by “-”, at most {limit} characters. Example: TB-CSCN.</translation>
  </message>
  <message>
   <source>Kế hoạch cai nghiện của lần {code} chưa ghi mục nào (NĐ 163/2026 Đ84.4). Hãy ghi các phần rồi ban hành.</source>
   <translation>The rehabilitation plan of stay {code} has no entries yet (Decree 163/2026, Art. 84.4). Write its parts, then issue it.</translation>
  </message>
  <message>
   <source>Kết quả dương tính của người đang ở cơ sở công lập, trường giáo dưỡng không gửi Công an cấp xã (Luật PCMT 2025 Đ23.2). Kết quả giữ trong hồ sơ bệnh án.</source>
   <translation>Positive results of people in a public facility or reform school are not sent to the commune police (Drug Law 2025, Art. 23.2). The result stays in the medical record.</translation>
  </message>
  <message>
   <source>Kết quả này cần lý do: vì sao, ai đã báo.</source>
   <translation>This result needs a reason: why, and who was notified.</translation>
  </message>
  <message>
   <source>Liều cuối ở nơi khác cần đủ ngày, liều và số giấy của nơi đó.</source>
   <translation>A last dose taken elsewhere needs the day, the dose and the number of the paper from that place.</translation>
  </message>
  <message>
   <source>Liều này chưa lấy thuốc, hoặc đã trả lại. Hãy mở lại phiếu dùng thuốc.</source>
   <translation>No medicine has been taken for this dose, or it has been returned. Open the medication chart again.</translation>
  </message>
  <message>
   <source>Liều này do {who} ghi. Chỉ người ghi hoặc điều dưỡng trưởng gạch bỏ được.</source>
   <translation>This dose was recorded by {who}. Only the person who recorded it or the chief nurse can strike it out.</translation>
  </message>
  <message>
   <source>Liều này không dùng, nên không có gì để ghi thêm. Hãy xem lại liều.</source>
   <translation>This dose was not given, so there is nothing to add to it. Check the dose.</translation>
  </message>
  <message>
   <source>Liều này đã ghi nôn rồi. Hãy mở lại phiếu dùng thuốc.</source>
   <translation>Vomiting is already recorded for this dose. Open the medication chart again.</translation>
  </message>
  <message>
   <source>Liều này đã ghi tác dụng rồi. Hãy mở lại phiếu.</source>
   <translation>The effect of this dose is already recorded. Open the chart again.</translation>
  </message>
  <message>
   <source>Liều này đã lấy thuốc trước đó. Hãy mở lại phiếu dùng thuốc; không lấy lần thứ hai.</source>
   <translation>Medicine for this dose has already been taken. Open the medication chart again; do not take it a second time.</translation>
  </message>
  <message>
   <source>Liều phải lớn hơn 0.</source>
   <translation>The dose must be above 0.</translation>
  </message>
  <message>
   <source>Liều đầu quá cao</source>
   <translation>First dose too high</translation>
  </message>
  <message>
   <source>Liều đầu {amount} mg cao hơn {limit} mg: không được phép. Hãy kê liều đầu từ {limit} mg trở xuống. Nếu người bệnh đang điều trị ở nơi khác, hãy ghi liều cuối có giấy của nơi đó.</source>
   <translation>The first dose {amount} mg is above {limit} mg: this is not allowed. Prescribe a first dose of {limit} mg or less. If the patient is being treated elsewhere, record the last dose with a paper from that place.</translation>
  </message>
  <message>
   <source>Lô kit {lot} chưa ghi ngưỡng của {panel}. Hãy ghi theo tờ hướng dẫn của lô này.</source>
   <translation>Kit lot {lot} has no cut-off recorded for {panel}. Record it from the leaflet of this lot.</translation>
  </message>
  <message>
   <source>Lô kit {lot} đã hết hạn ngày {day}. Hãy lấy kit của lô còn hạn.</source>
   <translation>Kit lot {lot} expired on {day}. Take a kit from a lot that has not expired.</translation>
  </message>
  <message>
   <source>Lô này của thuốc khác. Hãy chọn lại lô thuốc.</source>
   <translation>This lot belongs to another medicine. Choose the medicine lot again.</translation>
  </message>
  <message>
   <source>Lô này đếm đúng bằng sổ, không có gì để điều chỉnh.</source>
   <translation>The count of this lot equals the register; there is nothing to adjust.</translation>
  </message>
  <message>
   <source>Lô {lot} của kit {brand} đã có. Hãy chọn lô đó; lô ghi sai hãy gạch bỏ và ghi số lô đúng.</source>
   <translation>Lot {lot} of kit {brand} is already there. Choose that lot; strike out a lot recorded wrongly and record the right lot number.</translation>
  </message>
  <message>
   <source>Lô {lot} không phải của {name}. Hãy chọn lại lô thuốc.</source>
   <translation>Lot {lot} does not belong to {name}. Choose the medicine lot again.</translation>
  </message>
  <message>
   <source>Lô {lot} đã có trong sổ với hạn dùng {known}, lần này ghi {day}. Hãy xem lại nhãn; nếu đúng hai hạn khác nhau thì xác nhận.</source>
   <translation>Lot {lot} is already in the register with the expiry date {known}; this time {day} was written. Check the label; if there really are two different expiry dates, confirm.</translation>
  </message>
  <message>
   <source>Lô {lot} đã hết hạn ngày {day}, không được dùng. Hãy chọn lô khác và chuyển lô này vào khu biệt trữ.</source>
   <translation>Lot {lot} expired on {day} and must not be used. Choose another lot and move this one to the quarantine area.</translation>
  </message>
  <message>
   <source>Lô {lot} được ghi hai dòng. Hãy cộng lại thành một dòng.</source>
   <translation>Lot {lot} is recorded in two rows. Add the two up into one row.</translation>
  </message>
  <message>
   <source>Lô {lot} được ghi hai lần trong một lần kiểm đếm. Hãy cộng lại thành một dòng.</source>
   <translation>Lot {lot} is recorded twice in one count. Add the two up into one row.</translation>
  </message>
  <message>
   <source>Lô đã hết hạn</source>
   <translation>The lot has expired</translation>
  </message>
  <message>
   <source>Lúc đó người này đang vắng mặt ở cơ sở. Hãy ghi liều là “Vắng” kèm lý do, hoặc ghi đã nhận trở lại trước.</source>
   <translation>This person was absent from the facility at that time. Record the dose as “Absent” with the reason, or record the return first.</translation>
  </message>
  <message>
   <source>Lúc đó người này đã ra cơ sở hoặc đã chết: không ghi liều. Hãy xem lại ngày giờ của liều.</source>
   <translation>This person had been discharged or had died by then: no dose is recorded. Check the date and time of the dose.</translation>
  </message>
  <message>
   <source>Lý do này không thuộc “{relief}” (Luật PCMT 2025 Đ39.3). Hãy chọn lại một trong hai.</source>
   <translation>This reason does not belong to “{relief}” (Drug Law 2025, Art. 39.3). Choose one of the two again.</translation>
  </message>
  <message>
   <source>Lý do ra đã là “{exit}”. Hãy chọn lý do khác, hoặc đóng lại.</source>
   <translation>The reason for leaving is already “{exit}”. Choose another reason, or close this.</translation>
  </message>
  <message>
   <source>Lần cai nghiện {code} chưa ghi kết thúc. Hãy cho ra cơ sở trước, rồi đóng hồ sơ.</source>
   <translation>The end of stay {code} is not recorded. Discharge first, then close the file.</translation>
  </message>
  <message>
   <source>Lần cai nghiện {code} chưa kết thúc nên chưa có lý do ra để sửa.</source>
   <translation>Stay {code} has not ended, so there is no reason for leaving to edit.</translation>
  </message>
  <message>
   <source>Lần cai nghiện {code} không phải do danh sách nhập, hoặc đã có quyết định, sự kiện, văn bản sau khi nhập nên không gạch bỏ cùng danh sách. Hãy mở lần đó; người đứng đầu cơ sở gạch bỏ nếu ghi nhầm.</source>
   <translation>Stay {code} did not come from a list import, or has had decisions, events or documents since the import, so it is not struck out with the list. Open that stay; the head of facility strikes it out if it was recorded by mistake.</translation>
  </message>
  <message>
   <source>Lần cai nghiện {code} không phải đang quản lý trong thời gian lập hồ sơ.</source>
   <translation>Stay {code} is not a temporary management while the file is prepared.</translation>
  </message>
  <message>
   <source>Lần cai nghiện {code} không quá ngày phải cho về, nên không cần giải trình.</source>
   <translation>Stay {code} is not past its discharge date, so no explanation is needed.</translation>
  </message>
  <message>
   <source>Lần cai nghiện {code} tiếp nối thời gian quản lý trong khi lập hồ sơ nên không gạch bỏ được: người này sẽ ở cơ sở mà không có trong danh sách nào. Hãy sửa quyết định, thời hạn, hoặc ghi kết thúc.</source>
   <translation>Stay {code} continues a temporary management, so it cannot be struck out: the person would be in the facility and on no list. Correct the decision or the term, or record the end.</translation>
  </message>
  <message>
   <source>Lần cai nghiện {code} đã có hồ sơ tiếp nhận, đã kết thúc. Hãy mở hồ sơ đó.</source>
   <translation>Stay {code} already has an admission file, which has ended. Open that file.</translation>
  </message>
  <message>
   <source>Lần cai nghiện {code} đã có sự kiện, giai đoạn hoặc kế hoạch; không gạch bỏ cả lần. Hãy gạch bỏ từng sự kiện ghi nhầm, hoặc ghi kết thúc.</source>
   <translation>Stay {code} already has events, stages or a plan; it is not struck out as a whole. Strike out each wrong event, or record the end.</translation>
  </message>
  <message>
   <source>Lần cai nghiện {code} đã có văn bản ban hành: {papers}. Hãy hủy các văn bản đó ở sổ văn bản đi (có lý do, báo nơi nhận), rồi gạch bỏ.</source>
   <translation>Stay {code} has issued documents: {papers}. Void them in the register of outgoing documents (with a reason, notifying the recipients), then strike it out.</translation>
  </message>
  <message>
   <source>Lần cai nghiện {code} đã kết thúc ngày {day}. Hãy mở lại danh sách.</source>
   <translation>Stay {code} ended on {day}. Open the list again.</translation>
  </message>
  <message>
   <source>Lần kiểm đếm này đã quá {hours} giờ. Hãy kiểm đếm lại tủ {place} lúc giao ca rồi nhận tủ; chỉ khi chương trình hỏi mà từ đó tủ chưa mở thì mới xác nhận.</source>
   <translation>This count is more than {hours} hours old. Count cabinet {place} again at shift handover, then take it over; confirm only if the program asks and the cabinet has not been opened since.</translation>
  </message>
  <message>
   <source>Lần mở khẩn cấp này đã có người xét. Hãy mở lại danh sách.</source>
   <translation>This emergency access has already been reviewed. Open the list again.</translation>
  </message>
  <message>
   <source>Lần mở khẩn cấp này đã kết thúc, hoặc là của người khác; không còn gì để trả lại.</source>
   <translation>This emergency access has ended or is someone else’s; there is nothing left to return.</translation>
  </message>
  <message>
   <source>Lần nhập {file} đã được hoàn tác trước đó; không còn gì để hoàn tác.</source>
   <translation>The import {file} has already been undone; there is nothing left to undo.</translation>
  </message>
  <message>
   <source>Lần xếp giường {id} của người không còn trong danh sách của cơ sở. Hãy cho trả giường.</source>
   <translation>Bed assignment {id} is of a person no longer in the facility’s list. Release the bed.</translation>
  </message>
  <message>
   <source>Lệnh đã chạy xong nhưng không ghi được câu trả lời ra nơi nhận ({reason}). Hãy xem lại chỗ trống của ổ đĩa; lệnh chỉ xem thì chạy lại được.</source>
   <translation>The command is done, but its answer could not be written where it was to go ({reason}). See whether the disk has room; a command that only looks can be run again.</translation>
  </message>
  <message>
   <source>Lịch theo dõi này đã thôi. Hãy mở lại danh sách.</source>
   <translation>This observation plan has already ended. Open the list again.</translation>
  </message>
  <message>
   <source>Lịch theo dõi “{situation}” đang chạy. Hãy thôi lịch cũ trước nếu cần bắt đầu lại.</source>
   <translation>The observation plan “{situation}” is running. End the old plan first if it has to start again.</translation>
  </message>
  <message>
   <source>Muốn đổi giường, cả hai người phải đang có giường.</source>
   <translation>To swap beds, both people must have a bed.</translation>
  </message>
  <message>
   <source>Máy in “{printer}” không nhận bản in. Xem giấy, mực và hàng chờ của máy in rồi in lại.</source>
   <translation>Printer “{printer}” does not accept the print job. Check its paper, ink and queue, then print again.</translation>
  </message>
  <message>
   <source>Máy không còn đủ bộ nhớ để kiểm tra mật khẩu (cần {mebibytes} MB). Hãy đóng bớt chương trình khác rồi làm lại.</source>
   <translation>The computer has too little memory left to check the password ({mebibytes} MB are needed). Close other programs and try again.</translation>
  </message>
  <message>
   <source>Máy này không có màn hình đồ họa nên không mở được cửa sổ. Hãy dùng các lệnh (thêm --help để xem), hoặc chạy trên máy có màn hình.</source>
   <translation>This computer has no graphical display, so the window cannot be opened. Use the commands (add --help to see them), or run the program on a computer with a display.</translation>
  </message>
  <message>
   <source>Mã bệnh {code} chỉ ghi cho giới tính {sex}. Hãy xem lại mã hoặc giới tính.</source>
   <translation>Disease code {code} is only recorded for the sex {sex}. Check the code or the sex.</translation>
  </message>
  <message>
   <source>Mã bệnh {code} chỉ ghi cho nguyên nhân tử vong. Hãy chọn mã khác.</source>
   <translation>Disease code {code} is only recorded as a cause of death. Choose another code.</translation>
  </message>
  <message>
   <source>Mã bệnh {code} không còn, hoặc chưa có, hiệu lực vào ngày này. Hãy chọn mã đang có hiệu lực.</source>
   <translation>Disease code {code} is no longer, or not yet, in force on this day. Choose a code in force.</translation>
  </message>
  <message>
   <source>Mã bệnh {code} không được là bệnh chính. Hãy ghi là bệnh kèm theo.</source>
   <translation>Disease code {code} cannot be the main disease. Record it as an accompanying disease.</translation>
  </message>
  <message>
   <source>Mã bệnh {code} phải ghi chi tiết hơn. Hãy chọn một mã bắt đầu bằng {code}.</source>
   <translation>Disease code {code} must be given in more detail. Choose a code that begins with {code}.</translation>
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
   <source>Mã ghi là giấy của cơ sở {facility}, nhưng chương trình chưa có khóa công khai của cơ sở đó. Hãy xin khóa công khai của cơ sở rồi quét lại; chưa có khóa thì chưa thể coi giấy này là thật.</source>
   <translation>The code says the paper is from facility {facility}, but the program does not have the public key of that facility yet. Ask the facility for its public key and scan again; without the key this paper cannot be taken as genuine.</translation>
  </message>
  <message>
   <source>Mã không đúng dạng. Hãy chọn trong danh sách.</source>
   <translation>Code not well formed. Choose from the list.</translation>
  </message>
  <message>
   <source>Mã này cho biết tình trạng HIV nên chỉ ghi ở phần HIV, sau danh sách được biết. Hãy ghi ở đó.</source>
   <translation>This code reveals HIV status, so it is recorded only in the HIV part, behind the list of those who may know. Record it there.</translation>
  </message>
  <message>
   <source>Mã này không nói về HIV. Hãy ghi ở phần chẩn đoán của hồ sơ bệnh án.</source>
   <translation>This code is not about HIV. Record it in the diagnoses of the medical record.</translation>
  </message>
  <message>
   <source>Mã này đã có ở cùng chỗ. Hãy chọn mã khác.</source>
   <translation>This code is already used in the same place. Choose another code.</translation>
  </message>
  <message>
   <source>Mã này đã dùng</source>
   <translation>Code already used</translation>
  </message>
  <message>
   <source>Mã quá dài: tối đa 20 ký tự. Hãy viết ngắn lại.</source>
   <translation>The code is too long: at most 20 characters. Shorten it.</translation>
  </message>
  <message>
   <source>Mã trên giấy không do cơ sở {facility} lập: chữ ký không khớp. Hãy giữ giấy lại và gọi điện cho cơ sở để đối chiếu số {number}.</source>
   <translation>The code on the paper was not made by facility {facility}: the signature does not match. Keep the paper and phone the facility to check number {number}.</translation>
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
   <source>Mã tổ này đã có. Hãy chọn mã khác.</source>
   <translation>This team code is already used. Choose another code.</translation>
  </message>
  <message>
   <source>Mã xã cần đúng năm chữ số (QĐ 19/2025/QĐ-TTg). Hãy chọn xã trong danh sách.</source>
   <translation>A commune code must have exactly five digits (Decision 19/2025/QĐ-TTg). Choose the commune from the list.</translation>
  </message>
  <message>
   <source>Mã {code} là của chính cơ sở này; khóa của cơ sở do chương trình tự lập.</source>
   <translation>The code {code} is this facility’s own; the program makes the facility’s key itself.</translation>
  </message>
  <message>
   <source>Mã {code} đã dùng cho một nơi khác. Hãy chọn mã khác.</source>
   <translation>Code {code} is already used for another place. Choose another code.</translation>
  </message>
  <message>
   <source>Mã đã có</source>
   <translation>Code already used</translation>
  </message>
  <message>
   <source>Mẫu V-19 không có mục {places}. Hãy bỏ mục đó.</source>
   <translation>Form V-19 has no entries {places}. Leave them out.</translation>
  </message>
  <message>
   <source>Mẫu {form} do cơ quan khác lập; cơ sở chỉ nhận và vào sổ. Hãy vào sổ văn bản đến.</source>
   <translation>Form {form} is made by another authority; the facility only receives and registers it. Register it as an incoming document.</translation>
  </message>
  <message>
   <source>Mật khẩu do người khác cấp</source>
   <translation>Password issued by someone else</translation>
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
   <source>Mật khẩu này do người khác cấp và chỉ dùng để đổi mật khẩu; không khôi phục hay nâng cấp được bằng nó. Hãy dùng tài khoản đã đổi mật khẩu, hoặc khóa khôi phục (--recovery-key-file).</source>
   <translation>This password was handed over by someone else and is good only for changing it; nothing is restored or upgraded with it. Use an account that has changed its password, or the recovery key (--recovery-key-file).</translation>
  </message>
  <message>
   <source>Mật khẩu phải có ít nhất {least} ký tự. Hãy chọn mật khẩu dài hơn.</source>
   <translation>A password must have at least {least} characters. Choose a longer one.</translation>
  </message>
  <message>
   <source>Mật khẩu đang dùng không đúng</source>
   <translation>The current password is wrong</translation>
  </message>
  <message>
   <source>Mật khẩu đang dùng không đúng nên chưa đổi gì. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi gõ lại; quên mật khẩu thì nhờ quản trị viên cấp lại.</source>
   <translation>The current password is wrong, so nothing was changed. Check the Vietnamese input method and Caps Lock and type it again; if you have forgotten it, ask an administrator to reset it.</translation>
  </message>
  <message>
   <source>Mỗi lần chỉ mở và niêm phong lại một túi. Hãy giao đồ vật của từng túi một.</source>
   <translation>Only one bag is opened and resealed at a time. Give the items of one bag after another.</translation>
  </message>
  <message>
   <source>Mỗi lần tiếp nhận tối đa {most} người. Hãy chia thành nhiều lần, hoặc nhập từ Excel.</source>
   <translation>At most {most} people can be admitted at a time. Split them into several admissions, or import from Excel.</translation>
  </message>
  <message>
   <source>Mỗi tổ phải có cán bộ đang làm việc trực tiếp phụ trách (NĐ 163/2026 Đ112.2).</source>
   <translation>Each team must have an officer now in service directly in charge (Decree 163/2026, Art. 112.2).</translation>
  </message>
  <message>
   <source>Một lần cấp quyền dài nhất {longest} ngày; khi hết hạn hãy xét và cấp lại.</source>
   <translation>Access is granted for at most {longest} days at a time; when it expires, review it and grant it again.</translation>
  </message>
  <message>
   <source>Một ngăn khóa trong tệp {file} bị hỏng. Hãy nhờ quản trị viên cấp lại mật khẩu (lệnh user reset) hoặc mở bằng khóa khôi phục (--recovery-key-file); nếu không được, lấy tệp {file} từ bản sao lưu gần nhất (lệnh restore).</source>
   <translation>A key slot in file {file} is damaged. Ask an administrator to reset the password (command user reset), or open with the recovery key (--recovery-key-file); if neither works, recover file {file} from the latest backup (command restore).</translation>
  </message>
  <message>
   <source>Mới kết thúc {completed} giai đoạn; giấy này cần ít nhất {least} ({article}). Hãy ghi kết thúc các giai đoạn đã thực hiện.</source>
   <translation>Stages ended: {completed}; this paper needs at least {least} ({article}). Record the end of the stages carried out.</translation>
  </message>
  <message>
   <source>Mục này vừa bị gạch bỏ ở nơi khác, nên không sửa được nữa. Hãy đóng lại và xem bảng.</source>
   <translation>This entry has just been struck out elsewhere and can no longer be edited. Close it and look at the table.</translation>
  </message>
  <message>
   <source>Mục này đã có nội dung y tế mà vai trò của bạn không được đọc, nên không ghi đè được. Hãy để trống mục này, hoặc nhờ Giám đốc sửa.</source>
   <translation>This field already holds medical content your roles may not read, so it cannot be overwritten. Leave this field empty, or ask the head of facility to edit it.</translation>
  </message>
  <message>
   <source>Mục này đã kết thúc trước đó. Cần lại thì hãy lập mục mới.</source>
   <translation>This entry has already ended. If it is needed again, make a new one.</translation>
  </message>
  <message>
   <source>Mục {places} không thuộc phần kế hoạch bạn được ghi.</source>
   <translation>The entries {places} are not in the part of the plan you may write.</translation>
  </message>
  <message>
   <source>Mục được thay phải là mục đã gạch bỏ của chính hồ sơ này. Hãy gạch bỏ mục sai trước.</source>
   <translation>The entry replaced must be a struck out entry of this same record. Strike out the wrong entry first.</translation>
  </message>
  <message>
   <source>Nam và nữ không ở chung một phòng: người {person} và người {roommate}.</source>
   <translation>Men and women do not share a room: {person} and {roommate}.</translation>
  </message>
  <message>
   <source>Ngày ban hành {day} còn ở phía trước; chỉ lấy số trước nhiều nhất một ngày. Hãy sửa ngày ban hành, hoặc đợi đến ngày đó.</source>
   <translation>The date of issue {day} is still ahead; a number can be taken at most one day early. Correct the date of issue, or wait until that day.</translation>
  </message>
  <message>
   <source>Ngày ban hành {day} thuộc năm cũ nên văn bản lấy số của năm {year}. Hãy ghi lý do, hoặc sửa ngày ban hành.</source>
   <translation>The date of issue {day} is in a past year, so the document takes a number of {year}. State a reason, or correct the date of issue.</translation>
  </message>
  <message>
   <source>Ngày ban hành {issued_on} ở tương lai; quyết định chưa ban hành thì chưa phải căn cứ ({article}). Hãy sửa ngày như in trên giấy.</source>
   <translation>The date of issue {issued_on} is in the future; a decision not yet issued is no legal basis ({article}). Correct the date as printed on the paper.</translation>
  </message>
  <message>
   <source>Ngày ban hành ở phía trước quá một ngày</source>
   <translation>Date of issue more than one day ahead</translation>
  </message>
  <message>
   <source>Ngày báo cho người cai nghiện đứng trước ngày nhận tiền. Hãy sửa một trong hai ngày.</source>
   <translation>The day the resident was told is before the day the money was received. Correct one of the two.</translation>
  </message>
  <message>
   <source>Ngày bắt đầu chấp hành ở tương lai. Hãy sửa ngày theo giấy tờ làm căn cứ.</source>
   <translation>The start of the term is in the future. Correct the date from the paper it rests on.</translation>
  </message>
  <message>
   <source>Ngày của giấy tờ ở tương lai. Hãy sửa ngày như in trên giấy.</source>
   <translation>The date of the paper is in the future. Correct it as printed on the paper.</translation>
  </message>
  <message>
   <source>Ngày hết hiệu lực {to} đứng trước ngày có hiệu lực {from_}. Hãy sửa một trong hai.</source>
   <translation>The last effective date {to} is before the effective date {from_}. Correct one of them.</translation>
  </message>
  <message>
   <source>Ngày kết thúc {last} đứng trước ngày bắt đầu {first}. Hãy sửa một trong hai.</source>
   <translation>The end date {last} is before the start date {first}. Correct one of them.</translation>
  </message>
  <message>
   <source>Ngày kết thúc đã được ghi cùng việc ra cơ sở nên không sửa ở đây; chỉ bổ sung giấy tờ.</source>
   <translation>The end date was recorded with the discharge and is not edited here; only the paper can be added.</translation>
  </message>
  <message>
   <source>Ngày kết thúc đứng trước ngày bắt đầu.</source>
   <translation>The end date is before the start date.</translation>
  </message>
  <message>
   <source>Ngày nhận đứng trước ngày gửi. Hãy kiểm tra lại hai ngày.</source>
   <translation>The date received is before the date sent. Check both dates.</translation>
  </message>
  <message>
   <source>Ngày này đứng trước ngày ban hành văn bản. Hãy kiểm tra lại.</source>
   <translation>This date is before the document was issued. Check it.</translation>
  </message>
  <message>
   <source>Ngày phải từ 01/01/1900 đến hôm nay. Hãy kiểm tra lại năm.</source>
   <translation>The date must be from 01/01/1900 to today. Check the year.</translation>
  </message>
  <message>
   <source>Ngày ra không thể ở tương lai</source>
   <translation>The day of leaving cannot be in the future</translation>
  </message>
  <message>
   <source>Ngày ra {day} đứng trước ngày tiếp nhận {admitted_on}. Hãy sửa ngày ra.</source>
   <translation>The day of leaving {day} is before the admission on {admitted_on}. Correct the day of leaving.</translation>
  </message>
  <message>
   <source>Ngày ra {day} đứng trước ngày {since}, khi người này được ghi “{state}”. Hãy ghi ngày ra từ {since}; nếu lần ghi đó nhầm, gạch bỏ sự kiện rồi ghi ngày ra là hôm nay.</source>
   <translation>The day of leaving {day} is before {since}, when this person was recorded as “{state}”. Give a day of leaving from {since}; if that record was a mistake, strike out the event, then give today as the day of leaving.</translation>
  </message>
  <message>
   <source>Ngày ra {day} ở tương lai. Chỉ ghi khi người đó đã ra khỏi cơ sở.</source>
   <translation>The day of leaving {day} is in the future. Record it only when the person has left the facility.</translation>
  </message>
  <message>
   <source>Ngày sinh không thể đúng</source>
   <translation>Date of birth cannot be right</translation>
  </message>
  <message>
   <source>Ngày sinh {day} không thể đúng: phải từ 01/01/1900 đến hôm nay. Hãy xem lại.</source>
   <translation>The date of birth {day} cannot be right: it must be from 01/01/1900 to today. Check it.</translation>
  </message>
  <message>
   <source>Ngày thông báo {day} nằm trong thời gian bỏ trốn {first}–{to} nên khi đó chưa thể thông báo (NĐ 163/2026 Đ107.1, Đ107.4). Hãy ghi ngày người đứng đầu thông báo sau khi nhận trở lại.</source>
   <translation>The date of announcement {day} falls within the escape {first}–{to}, so the decision could not be announced then (Decree 163/2026, Art. 107.1, 107.4). Give the date the head announced it after the return was recorded.</translation>
  </message>
  <message>
   <source>Ngày tiếp nhận {day} nằm trong lần cai nghiện {code} ({first}–{last}) của chính người này; một người không thể ở hai lần cùng lúc. Hãy sửa ngày tiếp nhận, hoặc sửa lần trước nếu ghi sai.</source>
   <translation>The date of admission {day} falls within stay {code} ({first}–{last}) of the same person; nobody can be in two stays at once. Correct the date of admission, or the earlier stay if it is wrong.</translation>
  </message>
  <message>
   <source>Ngày vào {admitted} trước ngày sinh. Hãy đối chiếu hai ngày với giấy tờ.</source>
   <translation>The date of admission {admitted} is before the date of birth. Compare both dates with the papers.</translation>
  </message>
  <message>
   <source>Ngày văn bản đứng sau ngày đến. Hãy xem lại ngày in trên văn bản và ngày đến.</source>
   <translation>The document date is after the date of arrival. Check the date printed on the document and the date of arrival.</translation>
  </message>
  <message>
   <source>Ngày {day} trước ngày tiếp nhận {first}. Hãy xem lại ngày, hoặc chọn đúng lần cai nghiện.</source>
   <translation>{day} is before the date of admission {first}. Check the date, or choose the right stay.</translation>
  </message>
  <message>
   <source>Ngày {day} ở {place} không có trang sổ nào chờ ký. Hãy chọn ngày khác.</source>
   <translation>For {day}, {place} has no register page waiting to be signed. Choose another day.</translation>
  </message>
  <message>
   <source>Ngày {read} có thể bị đảo ngày và tháng (là {other}): cột này có ngày ghi theo cả hai kiểu.</source>
   <translation>Date {read} may have day and month swapped (then {other}): this column has dates written both ways.</translation>
  </message>
  <message>
   <source>Ngày {value} muộn hơn {latest}. Hãy kiểm tra ngày, tháng, năm.</source>
   <translation>Date {value} is later than {latest}. Check day, month and year.</translation>
  </message>
  <message>
   <source>Ngày {value} muộn hơn {latest}; có thể tệp đếm ngày từ 1904 và lệch đúng 4 năm 1 ngày (là {other}). Hãy xem lại.</source>
   <translation>Date {value} is later than {latest}; the file may count days from 1904 and be off by exactly 4 years and 1 day (then {other}). Check it.</translation>
  </message>
  <message>
   <source>Ngày đến khác năm của sổ</source>
   <translation>Date of arrival not in the year of the register</translation>
  </message>
  <message>
   <source>Ngày ở tương lai. Chỉ ghi những gì đã xảy ra.</source>
   <translation>The date is in the future. Record only what has happened.</translation>
  </message>
  <message>
   <source>Người cai nghiện không ký thì cần họ tên người làm chứng.</source>
   <translation>If the resident does not sign, the full name of the witness is needed.</translation>
  </message>
  <message>
   <source>Người cai nghiện tự nguyện rời cơ sở không bị coi là bỏ trốn ({article}): không truy tìm, không cộng ngày. Khi đủ thời gian luật định, hãy ghi kết thúc “Tự ý chấm dứt”.</source>
   <translation>A voluntary resident who leaves the facility is not deemed to have escaped ({article}): no search, no days added. When the time set by law has passed, record an end “Self-terminated”.</translation>
  </message>
  <message>
   <source>Người có định danh {id} có {count} giường. Hãy báo người hỗ trợ.</source>
   <translation>The person with ID {id} has {count} beds. Report to support.</translation>
  </message>
  <message>
   <source>Người cần báo tin phải có số điện thoại hoặc địa chỉ (mẫu 17, phần I).</source>
   <translation>The emergency contact must have a phone number or an address (form 17, part I).</translation>
  </message>
  <message>
   <source>Người cần phòng cách ly không ở chung phòng với người khác nhóm: người {person} và người {roommate}.</source>
   <translation>A person who needs an isolation room does not share a room with someone of another group: {person} and {roommate}.</translation>
  </message>
  <message>
   <source>Người dưới 18 tuổi: cần tên cha mẹ hoặc người giám hộ có mặt (NĐ 163/2026 Đ56.6).</source>
   <translation>Person under 18: the name of the parent or guardian present is needed (Decree 163/2026, Art. 56.6).</translation>
  </message>
  <message>
   <source>Người dưới 18 tuổi: người đại diện hợp pháp phải đồng ý bằng văn bản (Đ29).</source>
   <translation>Person under 18: the legal representative must consent in writing (Art. 29).</translation>
  </message>
  <message>
   <source>Người dưới {years} tuổi: cha mẹ hoặc người giám hộ phải đồng ý xét nghiệm. Hãy ghi tên người đồng ý.</source>
   <translation>Person under {years}: a parent or guardian must consent to the test. Write the name of the person consenting.</translation>
  </message>
  <message>
   <source>Người khác vừa sửa bản ghi này. Hãy mở lại, xem thay đổi của họ rồi sửa tiếp.</source>
   <translation>Someone else has just changed this record. Open it again, look at their changes, then go on.</translation>
  </message>
  <message>
   <source>Người làm chứng phải là người khác, không phải cán bộ nhận hoặc giao.</source>
   <translation>The witness must be someone else, not the officer receiving or giving.</translation>
  </message>
  <message>
   <source>Người lấy mẫu và người chứng kiến phải cùng giới với người được xét nghiệm (NĐ 163/2026 Đ56.5). Hãy chọn người khác.</source>
   <translation>The person taking the sample and the witness must be of the same sex as the person tested (Decree 163/2026, Art. 56.5). Choose someone else.</translation>
  </message>
  <message>
   <source>Người nhận tủ {place} phải có mặt lúc kiểm đếm: là người đếm hoặc người xác nhận. Hãy cùng người giao kiểm đếm lại rồi nhận tủ.</source>
   <translation>Whoever takes over cabinet {place} must be present at the count, counting or confirming. Count it again together with the person handing over, then take it over.</translation>
  </message>
  <message>
   <source>Người này chưa có lần cai nghiện nào mở. Hãy ghi diện, quyết định trước.</source>
   <translation>This person has no open stay. Record the type of stay and the decision first.</translation>
  </message>
  <message>
   <source>Người này không còn ở cơ sở (đã ra hoặc đã chết): không ra y lệnh, không cho thuốc. Nếu ghi nhầm việc ra cơ sở, hãy sửa ở lần cai nghiện.</source>
   <translation>This person is no longer in the facility (discharged or dead): no orders are written and no medicine is given. If the discharge was recorded by mistake, correct it in the stay.</translation>
  </message>
  <message>
   <source>Người này không có giường nào để trả.</source>
   <translation>This person has no bed to release.</translation>
  </message>
  <message>
   <source>Người này không có lần cai nghiện nào đang mở, nên không ghi vắng mặt. Hãy mở lại hồ sơ.</source>
   <translation>This person has no open stay, so no absence is recorded. Open the case file again.</translation>
  </message>
  <message>
   <source>Người này không có lần cai nghiện nào đang mở, nên không xếp giường. Hãy tiếp nhận trước.</source>
   <translation>This person has no open stay, so no bed is assigned. Admit them first.</translation>
  </message>
  <message>
   <source>Người này không có quyền ký văn bản của cơ sở vào ngày {day}. Hãy chọn người khác, hoặc ghi quyền ký trong hồ sơ cán bộ.</source>
   <translation>This person has no authority to sign the facility’s documents on {day}. Choose someone else, or record a signing authority in the staff record.</translation>
  </message>
  <message>
   <source>Người này không có trong danh sách điểm danh này. Hãy mở lại danh sách.</source>
   <translation>This person is not in this roll call list. Open the list again.</translation>
  </message>
  <message>
   <source>Người này không thuộc diện được biết</source>
   <translation>This person is not among those entitled to know</translation>
  </message>
  <message>
   <source>Người này không đang được theo dõi đặc biệt. Hãy mở lại danh sách, hoặc đặt mức theo dõi.</source>
   <translation>This person is not under special observation. Open the list again, or set an observation level.</translation>
  </message>
  <message>
   <source>Người này không ở tổ nào.</source>
   <translation>This person is in no team.</translation>
  </message>
  <message>
   <source>Người này đang bỏ trốn nên chưa thể được thông báo quyết định (NĐ 163/2026 Đ107.1, Đ107.4). Hãy ghi nhận trở lại, rồi chuyển.</source>
   <translation>This person has escaped and cannot have been told of the decision yet (Decree 163/2026, Art. 107.1, 107.4). Record the return, then convert the stay.</translation>
  </message>
  <message>
   <source>Người này đang chấp hành quyết định hoặc đang bị quản lý: rời cơ sở là bỏ trốn (Đ109.2). Hãy dùng “Ghi bỏ trốn”.</source>
   <translation>This person is serving a decision or is under management: leaving the facility is an escape (Art. 109.2). Use “Record escape”.</translation>
  </message>
  <message>
   <source>Người này đang có lần cai nghiện {code} từ {admitted_on} chưa kết thúc; một người chỉ có một lần đang mở. Hãy mở lần đó, hoặc ghi kết thúc trước.</source>
   <translation>This person has the stay {code} from {admitted_on}, which has not ended; a person has only one open stay. Open that stay, or record its end first.</translation>
  </message>
  <message>
   <source>Người này đang có một chương trình điều trị thay thế. Hãy kết thúc chương trình đó trước.</source>
   <translation>This person already has a substitution treatment programme. End that programme first.</translation>
  </message>
  <message>
   <source>Người này đang theo phác đồ “{name}”. Hãy kết thúc lần đó trước.</source>
   <translation>This person is on the protocol “{name}”. End that one first.</translation>
  </message>
  <message>
   <source>Người này đang được tiếp nhận. Hãy mở hồ sơ tiếp nhận đang có để làm tiếp.</source>
   <translation>This person is being admitted. Open the existing admission file and continue there.</translation>
  </message>
  <message>
   <source>Người này đang ở đúng giường {bed}.</source>
   <translation>This person is already in bed {bed}.</translation>
  </message>
  <message>
   <source>Người này đang “{state}” từ {since}; cơ sở không giữ giường trong lúc đó. Hãy nhận trở lại trước, rồi xếp giường.</source>
   <translation>This person has been “{state}” since {since}; the facility does not hold the bed meanwhile. Record the return first, then assign a bed.</translation>
  </message>
  <message>
   <source>Người này đã ra cơ sở ngày {last}: không ghi việc xảy ra sau ngày đó ({day}). Hãy xem lại ngày, hoặc chọn lần cai nghiện đang mở.</source>
   <translation>This person was discharged on {last}: nothing that happened after that day is recorded ({day}). Check the date, or choose the open stay.</translation>
  </message>
  <message>
   <source>Người này đã từ chối hoặc rút đồng ý xét nghiệm: không ghi kết quả. Nếu họ đồng ý lại, hãy ghi một lần đồng ý mới.</source>
   <translation>This person refused or withdrew consent to the test: no result is recorded. If they consent again, record a new consent.</translation>
  </message>
  <message>
   <source>Người này đã tử vong ngày {day}: hồ sơ bệnh án đã khóa, không ghi thêm. Việc còn lại hãy ghi ở hồ sơ tử vong.</source>
   <translation>This person died on {day}: the medical record is closed and nothing is added. Record what is left in the death file.</translation>
  </message>
  <message>
   <source>Người phê duyệt phải có tên trong danh sách cán bộ. Hãy gắn tài khoản này với một cán bộ trước.</source>
   <translation>The person who approves must be in the list of staff. Link this account to a staff member first.</translation>
  </message>
  <message>
   <source>Người sửa quy tắc không tự phê duyệt. Hãy nhờ bác sĩ hoặc dược sĩ khác phê duyệt.</source>
   <translation>Whoever edited the rule does not approve it. Ask another doctor or pharmacist to approve it.</translation>
  </message>
  <message>
   <source>Người từ đủ 12 đến dưới 18 tuổi không ở chung phòng với người từ đủ 18 tuổi: người {person} và người {roommate}.</source>
   <translation>A person aged 12 to under 18 does not share a room with a person aged 18 and over: {person} and {roommate}.</translation>
  </message>
  <message>
   <source>Người xác nhận phải là người khác, không phải người đang làm việc này.</source>
   <translation>The person who countersigns must be someone else, not the one doing this.</translation>
  </message>
  <message>
   <source>Người {alone} phải ở phòng riêng theo giới tính thực tế trên cơ thể, không chung với ai.</source>
   <translation>{alone} must have a separate room by the actual bodily sex, shared with nobody.</translation>
  </message>
  <message>
   <source>Người {code} đã có đợt cai nghiện nên không gạch bỏ hồ sơ được. Nếu đợt đó lập nhầm, hãy gạch bỏ đợt trước.</source>
   <translation>{code} already has a stay, so the case file cannot be struck out. If the stay was made by mistake, strike it out first.</translation>
  </message>
  <message>
   <source>Người {person} chưa đủ 18 tuổi, phải ở khu dành riêng cho lứa tuổi này.</source>
   <translation>{person} is under 18 and must be in the zone set apart for that age.</translation>
  </message>
  <message>
   <source>Người {person} cần phòng cách ly; {room} không phải phòng hoặc khu dành cho việc này.</source>
   <translation>{person} needs an isolation room; {room} is not a room or zone for this.</translation>
  </message>
  <message>
   <source>Người {person} và người {roommate} có trong danh sách cấm xếp chung.</source>
   <translation>{person} and {roommate} are in the list of those who must be kept apart.</translation>
  </message>
  <message>
   <source>Người {person} đang bị quản lý tại khu dành riêng; {room} ở ngoài khu đó.</source>
   <translation>{person} is held in the separate zone; {room} is outside it.</translation>
  </message>
  <message>
   <source>Ngưỡng là số ng/mL lớn hơn 0, theo tờ hướng dẫn của lô.</source>
   <translation>The cut-off is a number of ng/mL above 0, from the leaflet of the lot.</translation>
  </message>
  <message>
   <source>Nhiều nhất {decimals} chữ số thập phân</source>
   <translation>At most {decimals} decimal places</translation>
  </message>
  <message>
   <source>Nhận tủ {place} phải kiểm đếm lúc giao ca. Hãy kiểm đếm tủ rồi nhận tủ.</source>
   <translation>Cabinet {place} must be counted at shift handover before it is taken over. Count the cabinet, then take it over.</translation>
  </message>
  <message>
   <source>Nhận: {allowed}</source>
   <translation>Accepted: {allowed}</translation>
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
   <source>Niêm phong không nguyên: hãy ghi tình trạng mẫu.</source>
   <translation>Seal not intact: describe the state of the sample.</translation>
  </message>
  <message>
   <source>Niêm phong {seal} đã bóc khi mở túi, không dùng lại được. Hãy niêm phong bằng số khác.</source>
   <translation>Seal {seal} was broken when the bag was opened and cannot be used again. Seal with another number.</translation>
  </message>
  <message>
   <source>Nên tránh xếp chung người {person} và người {roommate}.</source>
   <translation>{person} and {roommate} are better kept apart.</translation>
  </message>
  <message>
   <source>Nêu giới tính thực tế trên cơ thể cho đúng loại yêu cầu này, và chỉ loại này.</source>
   <translation>State the actual bodily sex for exactly this type of request, and for this one only.</translation>
  </message>
  <message>
   <source>Năm ngoài khoảng {first_year}–{last_year}</source>
   <translation>Year not within {first_year}–{last_year}</translation>
  </message>
  <message>
   <source>Năm này chưa hết</source>
   <translation>This year is not over</translation>
  </message>
  <message>
   <source>Năm sinh khác với năm của ngày sinh. Hãy sửa một trong hai.</source>
   <translation>The year of birth differs from the year in the date of birth. Correct one of them.</translation>
  </message>
  <message>
   <source>Năm sinh phải từ 1900 đến năm nay, đủ bốn chữ số.</source>
   <translation>The year of birth must be from 1900 to this year, in four digits.</translation>
  </message>
  <message>
   <source>Năm {year} chưa hết, chưa thể báo cáo cả năm. Hãy chọn năm đã qua.</source>
   <translation>Year {year} is not over, so the whole year cannot be reported yet. Choose a past year.</translation>
  </message>
  <message>
   <source>Nơi này đã được kiểm đếm lại sau lần này. Hãy giải trình, điều chỉnh theo biên bản kiểm đếm mới nhất.</source>
   <translation>This place has been counted again since this count. Explain and adjust by the newest count minutes.</translation>
  </message>
  <message>
   <source>Nơi đi và nơi đến là một. Hãy chọn nơi đến khác.</source>
   <translation>The place moved from and the place moved to are the same. Choose another place to move to.</translation>
  </message>
  <message>
   <source>Nội dung dài {length} ký tự; tối đa {limit} ký tự.</source>
   <translation>The text has {length} characters; at most {limit} are allowed.</translation>
  </message>
  <message>
   <source>Phiếu lĩnh thuốc (PL XII)</source>
   <translation>Medicine requisition (App. XII)</translation>
  </message>
  <message>
   <source>Phác đồ này đã kết thúc. Hãy mở lại danh sách.</source>
   <translation>This protocol has already ended. Open the list again.</translation>
  </message>
  <message>
   <source>Phác đồ “{name}” chưa phê duyệt: chưa bắt đầu được. Hãy nhờ bác sĩ hoặc dược sĩ của cơ sở xem, sửa và phê duyệt; trong khi chờ, ra từng y lệnh.</source>
   <translation>Protocol “{name}” is not approved: it cannot be started yet. Ask a doctor or pharmacist of the facility to check, edit and approve it; meanwhile, write the orders one by one.</translation>
  </message>
  <message>
   <source>Phân loại mới phải bắt đầu sau ngày của phân loại đang có. Hãy xem lại ngày hiệu lực.</source>
   <translation>The new classification must start after the day of the present one. Check the effective date.</translation>
  </message>
  <message>
   <source>Phê duyệt thuốc</source>
   <translation>Approval of medicine</translation>
  </message>
  <message>
   <source>Phải cùng giới</source>
   <translation>Must be of the same sex</translation>
  </message>
  <message>
   <source>Phải gửi kèm tài liệu chứng minh (Đ110.5): ghi từng loại.</source>
   <translation>Supporting documents must be enclosed (Art. 110.5): list each of them.</translation>
  </message>
  <message>
   <source>Phải khóa lần lượt từng tháng: tháng tiếp theo bắt đầu ngày {day}.</source>
   <translation>Months must be closed one after another: the next month starts on {day}.</translation>
  </message>
  <message>
   <source>Phải là diện bắt buộc</source>
   <translation>Must be a compulsory type</translation>
  </message>
  <message>
   <source>Phải là một số</source>
   <translation>Must be a number</translation>
  </message>
  <message>
   <source>Phải là người khác</source>
   <translation>Must be someone else</translation>
  </message>
  <message>
   <source>Phải là người đang giữ tủ</source>
   <translation>Must be the holder of the cabinet</translation>
  </message>
  <message>
   <source>Phải sau lúc đi</source>
   <translation>Must be after the departure</translation>
  </message>
  <message>
   <source>Phải từ 1 đến {most}</source>
   <translation>Must be from 1 to {most}</translation>
  </message>
  <message>
   <source>Phải từ lúc người này có mặt</source>
   <translation>Must be from when this person was present</translation>
  </message>
  <message>
   <source>Phải từ lần thay đổi trước đến bây giờ</source>
   <translation>Must be from the last change to now</translation>
  </message>
  <message>
   <source>Phải từ lần xếp trước đến bây giờ</source>
   <translation>Must be from the last assignment to now</translation>
  </message>
  <message>
   <source>Quy tắc này vừa có phiên bản khác. Hãy mở lại, xem phiên bản mới rồi phê duyệt.</source>
   <translation>There is now another version of this rule. Open it again, read the new version, then approve it.</translation>
  </message>
  <message>
   <source>Quy tắc điều trị thay thế do {role} phê duyệt. Hãy nhờ người đó phê duyệt.</source>
   <translation>Substitution treatment rules are approved by: {role}. Ask that person to approve it.</translation>
  </message>
  <message>
   <source>Quy đổi giữa đơn vị kho và đơn vị liều không thể đúng. Hãy xem lại nhãn thuốc.</source>
   <translation>The conversion between stock unit and dose unit cannot be right. Check the medicine label.</translation>
  </message>
  <message>
   <source>Quyết định chỉ cho vắng đến {last}; ngày đi {day} đã qua hạn. Hãy ra quyết định mới với ngày khác.</source>
   <translation>The decision allows absence only until {last}; the day of leaving {day} is past that. Make a new decision with another date.</translation>
  </message>
  <message>
   <source>Quyết định chỉ tới hồ sơ {code}, nhưng dòng này không giống hồ sơ nào có mã đó.</source>
   <translation>The decision points to case file {code}, but this row resembles no case file with that code.</translation>
  </message>
  <message>
   <source>Quyết định ngày {decided} sau ngày vào {admitted}. Hãy đối chiếu hai ngày với giấy tờ.</source>
   <translation>The decision of {decided} is after the date of admission {admitted}. Compare both dates with the papers.</translation>
  </message>
  <message>
   <source>Quyết định này do người đứng đầu cơ sở, hoặc người được giao ký còn hiệu lực, thực hiện. Hãy nhờ người đó, hoặc ghi quyền ký ở trang Cán bộ.</source>
   <translation>This decision is made by the head of facility, or by someone whose signing authority is in force. Ask that person, or record the signing authority on the page Staff.</translation>
  </message>
  <message>
   <source>Quyết định {number} chưa có bản quét. Hãy đính kèm bản quét.</source>
   <translation>Decision {number} has no scan yet. Attach the scan.</translation>
  </message>
  <message>
   <source>Quyết định {number} đã có bản quét; bản quét không thay được. Hãy mở bản đã có, hoặc đính kèm bản khác ở thẻ Tài liệu của người này.</source>
   <translation>Decision {number} already has a scan; the scan cannot be replaced. Open the one there is, or attach another copy on this person’s tab Documents.</translation>
  </message>
  <message>
   <source>Quyền không cấp lùi ngày được ({from_on}). Ngày sớm nhất là hôm nay, {today}.</source>
   <translation>Access cannot be backdated ({from_on}). The earliest date is today, {today}.</translation>
  </message>
  <message>
   <source>Quyền không thể hết hạn ({to_on}) trước ngày bắt đầu ({from_on}).</source>
   <translation>Access cannot expire ({to_on}) before it begins ({from_on}).</translation>
  </message>
  <message>
   <source>Quá dài</source>
   <translation>Too long</translation>
  </message>
  <message>
   <source>Quá dài: tối đa 10.000 ký tự. Hãy rút gọn, hoặc đính kèm thành tài liệu.</source>
   <translation>Too long: at most 10,000 characters. Shorten it, or attach it as a document.</translation>
  </message>
  <message>
   <source>Quá dài: tối đa 200 ký tự. Hãy viết ngắn lại.</source>
   <translation>Too long: at most 200 characters. Shorten it.</translation>
  </message>
  <message>
   <source>Quá dài: tối đa {limit} ký tự</source>
   <translation>Too long: at most {limit} characters</translation>
  </message>
  <message>
   <source>Quá dài: tối đa {limit} ký tự, đang có {length}. Hãy viết ngắn lại.</source>
   <translation>Too long: at most {limit} characters, now {length}. Shorten it.</translation>
  </message>
  <message>
   <source>Quân số không cộng đúng. Hãy báo người hỗ trợ.</source>
   <translation>The roll does not add up. Report to support.</translation>
  </message>
  <message>
   <source>Quản trị viên cuối cùng</source>
   <translation>The last administrator</translation>
  </message>
  <message>
   <source>Ra trước ngày {end_on} với lý do “{exit}” cần số và ngày của giấy tờ ({article}). Hãy ghi giấy tờ đó.</source>
   <translation>Leaving before {end_on} with the reason “{exit}” needs the number and date of a paper ({article}). Record that paper.</translation>
  </message>
  <message>
   <source>Sai tên tài khoản hoặc mật khẩu. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi gõ lại; quên mật khẩu thì nhờ quản trị viên cấp lại (lệnh user reset).</source>
   <translation>Wrong account name or password. Check the Vietnamese input method and Caps Lock and type again; if the password is forgotten, ask an administrator to reset it (command user reset).</translation>
  </message>
  <message>
   <source>Sau khi đã ra cơ sở</source>
   <translation>After discharge</translation>
  </message>
  <message>
   <source>Sau ngày cuối của quyết định</source>
   <translation>After the last day of the decision</translation>
  </message>
  <message>
   <source>Sau ngày phải cho ra {before}</source>
   <translation>After the day due for discharge {before}</translation>
  </message>
  <message>
   <source>Số bản phải từ 1 đến 500. Hãy kiểm tra lại.</source>
   <translation>The number of copies must be from 1 to 500. Check it.</translation>
  </message>
  <message>
   <source>Số bắt đầu không đúng</source>
   <translation>First number not valid</translation>
  </message>
  <message>
   <source>Số bắt đầu phải từ 1 đến {most}. Hãy xem số cuối cùng trong sổ giấy rồi cộng một.</source>
   <translation>The first number must be from 1 to {most}. Look up the last number in the paper register and add one.</translation>
  </message>
  <message>
   <source>Số chứng minh nhân dân có 9 chữ số (hoặc 12 với thẻ cấp 2012–2016), ô này có {characters} ký tự. Hãy đọc lại số trên giấy.</source>
   <translation>A people’s identity card number has 9 digits (or 12 on cards issued 2012–2016); this one has {characters} characters. Read the number on the card again.</translation>
  </message>
  <message>
   <source>Số căn cước chỉ gồm chữ số. Hãy xóa chữ và dấu lạ trong ô số.</source>
   <translation>An identity card number has digits only. Remove letters and stray signs from the number.</translation>
  </message>
  <message>
   <source>Số căn cước cần đúng 12 chữ số (Luật Căn cước, Điều 12), ô này có 9. Nếu là chứng minh nhân dân 9 số, hãy đổi loại giấy tờ.</source>
   <translation>An identity card number must have exactly 12 digits (Law on Identification, Art. 12); this one has 9. If it is a 9-digit people’s identity card, change the type of ID document.</translation>
  </message>
  <message>
   <source>Số căn cước cần đúng 12 chữ số (Luật Căn cước, Điều 12), ô này có {digits}. Hãy đọc lại số trên thẻ.</source>
   <translation>An identity card number must have exactly 12 digits (Law on Identification, Art. 12); this one has {digits}. Read the number on the card again.</translation>
  </message>
  <message>
   <source>Số dư chỉ còn {balance}</source>
   <translation>Only {balance} is left in the balance</translation>
  </message>
  <message>
   <source>Số dư lưu ký là {balance}, không đủ để trừ {wanted}. Hãy sửa số tiền, hoặc ghi khoản đã nhận trước.</source>
   <translation>The safekeeping balance is {balance}, not enough to take {wanted} from. Correct the amount, or record the sum received first.</translation>
  </message>
  <message>
   <source>Số giấy tờ còn trống. Không có giấy tờ thì chọn “Không có giấy tờ” và ghi lý do.</source>
   <translation>The ID document number is empty. If there is none, choose “No ID document” and state the reason.</translation>
  </message>
  <message>
   <source>Số giấy tờ dài quá 40 ký tự. Hãy kiểm tra lại.</source>
   <translation>The ID document number has more than 40 characters. Check it again.</translation>
  </message>
  <message>
   <source>Số giấy tờ này là của {code}, nên không thể là người khác. Hãy sửa số, hoặc quyết định cùng một người.</source>
   <translation>This ID document number belongs to {code}, so this cannot be someone else. Correct the number, or decide that it is the same person.</translation>
  </message>
  <message>
   <source>Số giấy tờ này đã ghi cho người có mã {code}. Nếu là một người, hãy mở hồ sơ đó; nếu là hai người, người có quyền ghi lý do cho phép trùng số.</source>
   <translation>This ID document number is already recorded for the person with code {code}. If they are one person, open that case file; if they are two, someone with the permission states the reason for allowing the same number.</translation>
  </message>
  <message>
   <source>Số hộ chiếu chỉ gồm chữ A–Z và chữ số, từ 5 đến 20 ký tự. Ví dụ: C1234567.</source>
   <translation>A passport number has only letters A–Z and digits, 5 to 20 characters. Example: C1234567.</translation>
  </message>
  <message>
   <source>Số lượng {quantity} không dùng được: phải lớn hơn 0 và không lẻ quá ba chữ số sau dấu phẩy. Hãy ghi lại.</source>
   <translation>The quantity {quantity} cannot be used: it must be above 0 and have at most three digits after the decimal comma. Record it again.</translation>
  </message>
  <message>
   <source>Số mẫu {number} đã dùng cho một xét nghiệm khác. Hãy xem lại số trên niêm phong.</source>
   <translation>Sample number {number} is already used for another test. Check the number on the seal.</translation>
  </message>
  <message>
   <source>Số ngày đi đường bằng hoặc nhiều hơn cả đợt. Hãy sửa số ngày đi đường hoặc ngày về.</source>
   <translation>The travel days are as many as the whole period or more. Correct the travel days or the return date.</translation>
  </message>
  <message>
   <source>Số niêm phong quá dài: tối đa 40 ký tự.</source>
   <translation>The seal number is too long: at most 40 characters.</translation>
  </message>
  <message>
   <source>Số niêm phong “{seal}” đang ở một túi khác trong kho. Hãy xem lại số trên túi.</source>
   <translation>Seal number “{seal}” is on another bag in store. Check the number on the bag.</translation>
  </message>
  <message>
   <source>Số này dài quá {most} chữ số.</source>
   <translation>This number has more than {most} digits.</translation>
  </message>
  <message>
   <source>Số này không thể đúng. Hãy kiểm tra lại.</source>
   <translation>This number cannot be right. Check it again.</translation>
  </message>
  <message>
   <source>Số này trùng với dòng {row} của danh sách. Một số chỉ của một người; hãy sửa.</source>
   <translation>This number is the same as in row {row} of the list. A number belongs to one person only; correct it.</translation>
  </message>
  <message>
   <source>Số này đang ở một túi khác trong kho</source>
   <translation>This number is on another bag in store</translation>
  </message>
  <message>
   <source>Số này đã ghi</source>
   <translation>Number already recorded</translation>
  </message>
  <message>
   <source>Số này đã ghi cho người có mã {code}</source>
   <translation>This number is already recorded for the person with code {code}</translation>
  </message>
  <message>
   <source>Số tiền phải lớn hơn 0 và không quá {most}</source>
   <translation>The amount must be more than 0 and at most {most}</translation>
  </message>
  <message>
   <source>Số tiền phải lớn hơn 0 và không quá {most}. Hãy gõ lại số tiền.</source>
   <translation>The amount must be more than 0 and at most {most}. Type the amount again.</translation>
  </message>
  <message>
   <source>Số vừa gõ có {typed} chữ số, cần {length} chữ số.</source>
   <translation>The number typed has {typed} digits; {length} are needed.</translation>
  </message>
  <message>
   <source>Số vừa gõ có {typed} chữ số, cần {length}. Bảng tính hay bỏ số 0 ở đầu. Có phải:</source>
   <translation>The number typed has {typed} digits; {length} are needed. Spreadsheets often drop leading zeros. Is it:</translation>
  </message>
  <message>
   <source>Số điện thoại chỉ gồm 8–15 chữ số, có thể có dấu + ở đầu. Ví dụ: 0912 345 678.</source>
   <translation>A phone number has 8–15 digits, with a leading + if need be. Example: 0912 345 678.</translation>
  </message>
  <message>
   <source>Số điện thoại không đúng dạng</source>
   <translation>Phone number not well formed</translation>
  </message>
  <message>
   <source>Số điện thoại “{phone}” không đúng: chỉ gồm chữ số, có thể có dấu +, cách, chấm. Ví dụ: 024 3825 5555.</source>
   <translation>Phone number “{phone}” is not valid: digits only, with + , spaces or full stops if need be. Example: 024 3825 5555.</translation>
  </message>
  <message>
   <source>Số đến {no} thuộc sổ năm {year} nên ngày đến phải trong năm đó. Nếu văn bản đến năm khác, hãy gạch bỏ dòng này rồi vào sổ lại.</source>
   <translation>Arrival number {no} belongs to the register of {year}, so the date of arrival must be in that year. If the document arrived in another year, strike out this entry and register it again.</translation>
  </message>
  <message>
   <source>Số định danh cần 12 chữ số (chứng minh nhân dân cũ: 9 chữ số), đang có {length}. Hãy xem lại trên thẻ.</source>
   <translation>A personal ID number must have 12 digits (old people’s identity card: 9); this one has {length}. Check the card.</translation>
  </message>
  <message>
   <source>Sổ có người đang có lần cai nghiện chưa kết thúc, hoặc có hai dòng ({codes}). Một người chỉ có một lần đang mở; hãy so lại rồi nhập từng người.</source>
   <translation>The register has people with a stay that has not ended, or with two rows ({codes}). A person has only one open stay; compare them, then add them one by one.</translation>
  </message>
  <message>
   <source>Sổ lưu ký chưa có dòng nào nên chưa có tháng để khóa.</source>
   <translation>The safekeeping register has no entries, so there is no month to close.</translation>
  </message>
  <message>
   <source>Sổ lưu ký đã khóa đến hết ngày {day}. Hãy ghi ngày sau đó; sai sót của tháng đã khóa thì ghi một dòng điều chỉnh đề ngày hôm nay.</source>
   <translation>The safekeeping register is closed to the end of {day}. Give a later date; for a mistake in a closed month, record a correcting entry dated today.</translation>
  </message>
  <message>
   <source>Sổ nay đã khớp với số đếm: sau lần kiểm đếm có dòng ghi muộn cho việc làm trước đó. Không còn gì để điều chỉnh.</source>
   <translation>The register now equals the count: after the count, an entry was recorded late for something done before it. Nothing is left to adjust.</translation>
  </message>
  <message>
   <source>Sổ {book} {symbol} năm {year} đã có số nên không đặt lại số bắt đầu được. Văn bản sau lấy số liền sau số cuối.</source>
   <translation>The register {book} {symbol} of {year} already has numbers, so its first number cannot be set again. The next document takes the number after the last.</translation>
  </message>
  <message>
   <source>Sổ đã khóa đến hết ngày {day}</source>
   <translation>The register is closed to the end of {day}</translation>
  </message>
  <message>
   <source>Sớm hơn ngày bắt đầu {first}</source>
   <translation>Before the start date {first}</translation>
  </message>
  <message>
   <source>Sớm hơn ngày bắt đầu {start}</source>
   <translation>Before the start date {start}</translation>
  </message>
  <message>
   <source>Sớm hơn ngày được cấp giấy</source>
   <translation>Before the day the paper was issued</translation>
  </message>
  <message>
   <source>Sức chứa đang dùng phải từ 0 đến sức chứa được duyệt. Hãy sửa một trong hai số.</source>
   <translation>The working capacity must be from 0 to the approved capacity. Correct one of them.</translation>
  </message>
  <message>
   <source>Sức chứa đang đúng như vậy, không có gì để đổi.</source>
   <translation>The capacity is already so; there is nothing to change.</translation>
  </message>
  <message>
   <source>Sự có mặt đã ghi: vắng từ {first} đến {to}</source>
   <translation>Presence recorded: absent from {first} to {to}</translation>
  </message>
  <message>
   <source>Sự kiện này vừa bị gạch bỏ ở nơi khác, nên không sửa được nữa. Hãy đóng lại và xem bảng.</source>
   <translation>This event has just been struck out elsewhere and can no longer be edited. Close it and look at the table.</translation>
  </message>
  <message>
   <source>Sự kiện này đang quyết định tình trạng hiện tại của người đó nên chưa gạch bỏ được. Hãy nhận trở lại trước, rồi gạch bỏ.</source>
   <translation>This event decides the person’s present status, so it cannot be struck out yet. Record the return first, then strike it out.</translation>
  </message>
  <message>
   <source>Thang SpO2 là 1, hoặc 2 khi bác sĩ chỉ định. Hãy chọn lại.</source>
   <translation>The SpO2 scale is 1, or 2 when the doctor prescribes it. Choose again.</translation>
  </message>
  <message>
   <source>Thang {instrument} chỉ hỏi về khoảng thời gian của chính thang. Hãy để trống ô này.</source>
   <translation>The scale {instrument} asks only about its own period of time. Leave this box empty.</translation>
  </message>
  <message>
   <source>Thay đổi này lùi ngày phải cho ra từ {before} đến {after}. Hãy ghi lý do, rồi lưu lại.</source>
   <translation>This change moves the day due for discharge back from {before} to {after}. State a reason, then save again.</translation>
  </message>
  <message>
   <source>Theo luật của lần cai nghiện này, người đi chấp hành án phạt tù được miễn phần thời hạn còn lại ({article}). Hãy ghi kết thúc với lý do “{exit}”, kèm số và ngày của bản án.</source>
   <translation>Under the law of this stay the rest of the term is waived for whoever goes to serve a prison sentence ({article}). Record an end with the reason “{exit}”, with the number and date of the judgment.</translation>
  </message>
  <message>
   <source>Thiếu nơi gửi. Hãy ghi tên cơ quan, tổ chức hoặc người gửi.</source>
   <translation>The sender is missing. Write the name of the authority, organisation or person that sent it.</translation>
  </message>
  <message>
   <source>Thiếu trích yếu. Hãy ghi văn bản nói về việc gì.</source>
   <translation>The subject is missing. Write what the document is about.</translation>
  </message>
  <message>
   <source>Thiếu tên nơi nhận. Hãy ghi tên, hoặc bỏ dòng này.</source>
   <translation>The name of the recipient is missing. Write it, or remove this row.</translation>
  </message>
  <message>
   <source>Thiếu tên văn bản (trích yếu). Hãy ghi văn bản nói về việc gì.</source>
   <translation>The name of the document (subject) is missing. Write what the document is about.</translation>
  </message>
  <message>
   <source>Thiếu {field}. {example}</source>
   <translation>{field} is missing. {example}</translation>
  </message>
  <message>
   <source>Thiếu {option}: mật khẩu của người thứ hai nằm ở dòng đầu một tệp.</source>
   <translation>{option} is missing: the second person’s password stands on the first line of a file.</translation>
  </message>
  <message>
   <source>Thuốc dùng khi cần phải ghi dùng khi nào, vì sao.</source>
   <translation>For a medicine given as needed, state when to give it and why.</translation>
  </message>
  <message>
   <source>Thuốc dùng khi cần phải ghi khoảng cách ít nhất và số lần nhiều nhất trong 24 giờ.</source>
   <translation>For a medicine given as needed, state the least interval and the most times in 24 hours.</translation>
  </message>
  <message>
   <source>Thuốc dùng đều cần giờ dùng, mỗi giờ một lần; thuốc dùng khi cần thì không có giờ.</source>
   <translation>A regular medicine needs times of giving, each time once; a medicine given as needed has no times.</translation>
  </message>
  <message>
   <source>Thuốc loại “{class}” không được để ở “{place}” ({article}). Hãy chọn nơi thuộc loại “{kind}”.</source>
   <translation>Medicine of class “{class}” must not be kept at “{place}” ({article}). Choose a place of type “{kind}”.</translation>
  </message>
  <message>
   <source>Thuốc nhận lại phải để ở “{kind}”, không dùng cho người khác. Hãy chọn lại nơi để.</source>
   <translation>Medicine taken back must be kept in “{kind}” and not used for anyone else. Choose the storage place again.</translation>
  </message>
  <message>
   <source>Thuốc này chưa hủy nên chưa có gì để báo cáo. Hãy lập biên bản hủy trước.</source>
   <translation>This medicine has not been destroyed, so there is nothing to report. Make the destruction minutes first.</translation>
  </message>
  <message>
   <source>Thuốc này không có đường dùng đó. Hãy chọn đường dùng khác hoặc dạng thuốc khác.</source>
   <translation>This medicine does not have that route of administration. Choose another route or another dosage form.</translation>
  </message>
  <message>
   <source>Thuốc này đã có dòng sổ, không đổi được đơn vị, quy đổi và mức bảo mật. Hãy lập một thuốc mới trong danh mục rồi chuyển tồn kho sang.</source>
   <translation>This medicine already has register entries, so its unit, conversion and confidentiality level cannot be changed. Add a new medicine to the list, then move the stock to it.</translation>
  </message>
  <message>
   <source>Thuốc ở “{place}” chờ hủy, không đưa ra dùng lại. Hãy lập đề nghị hủy thuốc; nếu chuyển nhầm vào đây thì điều chỉnh dòng đã ghi nhầm, nếu thiếu thì kiểm đếm.</source>
   <translation>Medicine at “{place}” is waiting to be destroyed and is not put back into use. Ask to destroy the medicine; if it was moved here by mistake, adjust the wrong entry; if some is missing, count it.</translation>
  </message>
  <message>
   <source>Tháng này đến hết ngày {day} mới xong. Hãy khóa sổ từ ngày hôm sau.</source>
   <translation>This month is not over until the end of {day}. Close it from the next day.</translation>
  </message>
  <message>
   <source>Thông báo V-51 của lần cai nghiện này đã lập. Gửi lại, ví dụ vì ngày ra cơ sở đã đổi, thì ghi lý do.</source>
   <translation>The notice V-51 of this stay has been made. To send it again, for example because the discharge date changed, state a reason.</translation>
  </message>
  <message>
   <source>Thông số “{parameter}” chưa có giá trị cho ngày {day} ({regime}). Người quản trị hãy thêm giá trị kèm căn cứ trong mục Thông số pháp lý.</source>
   <translation>Parameter “{parameter}” has no value yet for {day} ({regime}). An administrator must add a value with its legal basis under Legal parameters.</translation>
  </message>
  <message>
   <source>Thư mục dữ liệu {folder} nằm trên ổ mạng hoặc ổ chia sẻ ({kind}). Ở đó việc khóa và ghi tệp không chắc chắn nên dữ liệu có thể hỏng. Hãy chọn thư mục trên ổ đĩa của chính máy này (--data).</source>
   <translation>The data folder {folder} is on a network or shared drive ({kind}). Files are not reliably locked and written there, so the data could be damaged. Choose a folder on a disk of this computer itself (--data).</translation>
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
   <source>Thư mục {path} đã có tệp; giấy tờ của hai bộ hồ sơ không được lẫn vào nhau. Hãy chọn thư mục mới.</source>
   <translation>Folder {path} already holds files; the papers of two packets must not be mixed. Choose a new folder.</translation>
  </message>
  <message>
   <source>Thư viện SQLite {version} có lỗi có thể làm mất dữ liệu khi ghi; cần bản {needed} trở lên. Hãy cài lại chương trình từ bộ cài đầy đủ.</source>
   <translation>SQLite library {version} has a fault that can lose data when writing; version {needed} or later is needed. Install the program again from the full installer.</translation>
  </message>
  <message>
   <source>Thẻ của người {person} ghi chỗ ở “{said}”, giường thật là “{true}”.</source>
   <translation>The card of {person} gives the accommodation “{said}”; the true bed is “{true}”.</translation>
  </message>
  <message>
   <source>Thời gian chịu tang còn đến {due}; chưa quá hạn nên chưa ra quyết định truy tìm (Đ121.4). Nếu người đó đã về, hãy nhận trở lại.</source>
   <translation>The funeral leave runs until {due}; it is not overstayed, so no search order is made yet (Art. 121.4). If the person is back, record the return.</translation>
  </message>
  <message>
   <source>Thời gian chịu tang là {days} ngày, tối đa {most} ngày không kể đi đường ({article}). Hãy rút ngày về, hoặc ghi số ngày đi đường.</source>
   <translation>The funeral leave is {days} days; at most {most} days are allowed, not counting travel ({article}). Bring the return date forward, or give the travel days.</translation>
  </message>
  <message>
   <source>Thời gian quản lý {first}–{to} phải nằm trước ngày bắt đầu chấp hành {start} và có ít nhất một ngày. Hãy ghi ngày của quyết định quản lý (V-32) và ngày kết thúc.</source>
   <translation>The temporary management {first}–{to} must lie before the start of the term {start} and have at least one day. Write the date of the temporary management decision (V-32) and the day it ended.</translation>
  </message>
  <message>
   <source>Thời hạn đã hết ngày {ended_on}: ghi kèm giấy tờ lúc này sẽ kéo dài thời hạn, chỉ người đứng đầu cơ sở quyết định, theo giấy tờ ban hành chậm nhất ngày đó (NĐ 163/2026 Đ109.3). Hãy để trống số, ngày giấy tờ để ghi ngay; người đứng đầu bổ sung sau.</source>
   <translation>The term ended on {ended_on}: recording this with a paper now would lengthen the term, and only the head of facility decides that, on a paper issued no later than that day (Decree 163/2026, Art. 109.3). Leave the number and date of the paper empty to record now; the head adds them later.</translation>
  </message>
  <message>
   <source>Thời điểm bàn giao ở tương lai. Hãy sửa ngày, giờ bàn giao.</source>
   <translation>The time of handover is in the future. Correct the date and time of handover.</translation>
  </message>
  <message>
   <source>Thời điểm kết thúc phải sau bây giờ.</source>
   <translation>The end time must be after now.</translation>
  </message>
  <message>
   <source>Thời điểm ngày {day} không hợp lý: phải từ {since} (lần thay đổi trước) đến bây giờ. Hãy sửa ngày, giờ.</source>
   <translation>The time on {day} cannot be right: it must be from {since} (the last change) to now. Correct the date and time.</translation>
  </message>
  <message>
   <source>Thời điểm nhận ở tương lai. Hãy sửa ngày, giờ nhận đơn, văn bản.</source>
   <translation>The time of receipt is in the future. Correct the date and time the application or document was received.</translation>
  </message>
  <message>
   <source>Thời điểm này chưa đến. Hãy ghi giờ đã xảy ra, hoặc để trống nếu là bây giờ.</source>
   <translation>This time has not come yet. Write when it happened, or leave empty if it is now.</translation>
  </message>
  <message>
   <source>Thời điểm này chưa đến. Hãy xem lại giờ.</source>
   <translation>This time has not come yet. Check the time.</translation>
  </message>
  <message>
   <source>Thời điểm thiếu múi giờ nên chưa biết là ngày nào. Hãy ghi lại ngày, giờ.</source>
   <translation>The time has no time zone, so its day is not known. Give the date and time again.</translation>
  </message>
  <message>
   <source>Thời điểm trở lại {back} đứng trước lúc đi {left}. Hãy sửa ngày, giờ trở lại; nếu lúc đi ghi nhầm, gạch bỏ sự kiện ở thẻ Thời hạn.</source>
   <translation>The time of return {back} is before the departure {left}. Correct the date and time of return; if the departure was recorded wrongly, strike out the event on the tab Term.</translation>
  </message>
  <message>
   <source>Thời điểm trở lại {back} ở tương lai. Chỉ ghi khi người đó đã về; hẹn ngày về thì ghi ở “Gia hạn, đổi hạn trở lại”.</source>
   <translation>The time of return {back} is in the future. Record it only when the person is back; a date agreed for the return is recorded in “Extend or change return due date”.</translation>
  </message>
  <message>
   <source>Thời điểm {time} ngày {day} không hợp lý: không được sau bây giờ hay trước lần xếp trước.</source>
   <translation>The time {time} on {day} cannot be right: it must not be after now or before the last assignment.</translation>
  </message>
  <message>
   <source>Thời điểm {time} ngày {day} không hợp lý: người này có mặt từ {since}. Hãy sửa ngày, giờ.</source>
   <translation>The time {time} on {day} cannot be right: this person has been present since {since}. Correct the date and time.</translation>
  </message>
  <message>
   <source>Thời điểm đi {left} đứng trước ngày {since}, khi người này vào hoặc trở lại cơ sở. Hãy sửa ngày, giờ.</source>
   <translation>The time of leaving {left} is before {since}, when this person entered or returned to the facility. Correct the date and time.</translation>
  </message>
  <message>
   <source>Thời điểm đi {left} ở tương lai. Chỉ ghi khi người đó đã rời cơ sở; hãy sửa ngày, giờ.</source>
   <translation>The departure {left} is in the future. Record it only when the person has left the facility; correct the date and time.</translation>
  </message>
  <message>
   <source>Thời điểm ở tương lai. Chỉ ghi việc đã làm.</source>
   <translation>The time is in the future. Record only what has been done.</translation>
  </message>
  <message>
   <source>Tiêu hủy cần họ tên người chứng kiến.</source>
   <translation>Destroying needs the full name of the witness.</translation>
  </message>
  <message>
   <source>Tiền đếm được khác số dư của sổ: hãy ghi vì sao và xử lý thế nào.</source>
   <translation>The money counted differs from the balance of the register: state why and how it is handled.</translation>
  </message>
  <message>
   <source>Trang cần in chưa đúng: tệp có {total} trang. Ví dụ: 1-3, 5. Để trống là in hết.</source>
   <translation>The pages to print are not right: the file has {total} pages. Example: 1-3, 5. Leave it empty to print all.</translation>
  </message>
  <message>
   <source>Trang tính “{sheet}” dùng đến tận ô {cell}; chỉ đọc đến dòng {rows} và cột {column}. Hãy xóa các ô thừa ở xa danh sách, hoặc chia danh sách thành nhiều tệp.</source>
   <translation>Sheet “{sheet}” is used as far as cell {cell}; it is read only up to row {rows} and column {column}. Delete stray cells far from the list, or split the list into several files.</translation>
  </message>
  <message>
   <source>Trong kho không còn đủ đồ vật này: ghi {wanted}, còn {left}. Hãy mở lại danh sách đồ vật.</source>
   <translation>There are not enough of these items in store: asked {wanted}, left {left}. Open the list of items again.</translation>
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
   <source>Trùng với lần {code} ({first}–{last})</source>
   <translation>Overlaps stay {code} ({first}–{last})</translation>
  </message>
  <message>
   <source>Trước khi xét nghiệm HIV phải tư vấn riêng. Hãy ghi thời điểm đã tư vấn.</source>
   <translation>Before an HIV test there must be private counselling. Write the time of the counselling.</translation>
  </message>
  <message>
   <source>Trước lúc đi</source>
   <translation>Before the departure</translation>
  </message>
  <message>
   <source>Trước lần thay đổi có mặt ngày {since}</source>
   <translation>Before the presence change of {since}</translation>
  </message>
  <message>
   <source>Trước ngày bắt đầu</source>
   <translation>Before the start date</translation>
  </message>
  <message>
   <source>Trước ngày hôm nay</source>
   <translation>Before today</translation>
  </message>
  <message>
   <source>Trước ngày tiếp nhận {admitted_on}</source>
   <translation>Before the admission on {admitted_on}</translation>
  </message>
  <message>
   <source>Trước ngày vào hoặc trở lại</source>
   <translation>Before the day of entry or return</translation>
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
   <translation>This account has never opened the data on this computer (or under this operating system account). Set a password for this computer once with the recovery key: user reset NAME --recovery-key-file FILE; from then on the password works here.</translation>
  </message>
  <message>
   <source>Tài khoản này không có quyền “{permission}”. Người có quyền: {roles}.</source>
   <translation>This account does not have the permission “{permission}”. Those who have it: {roles}.</translation>
  </message>
  <message>
   <source>Tài khoản này không được xem kết quả của thang này. Hãy hỏi bác sĩ.</source>
   <translation>This account may not view results of this scale. Ask the doctor.</translation>
  </message>
  <message>
   <source>Tài khoản này mở bằng kho khóa của hệ điều hành, nhưng phiên làm việc này không có kho khóa. Hãy đăng nhập vào màn hình làm việc của máy rồi mở lại, hoặc mở bằng khóa khôi phục (--recovery-key-file).</source>
   <translation>This account opens with the keyring of the operating system, but this session has no keyring. Log in to the desktop of the computer and open again, or open with the recovery key (--recovery-key-file).</translation>
  </message>
  <message>
   <source>Tài khoản này vừa bị khóa hoặc vừa đổi vai trò, nên chưa lưu gì. Hãy đăng nhập lại; nếu không được, hãy hỏi quản trị viên.</source>
   <translation>This account was just disabled or given other roles, so nothing was saved. Sign in again; if that does not work, ask an administrator.</translation>
  </message>
  <message>
   <source>Tài khoản đã khóa</source>
   <translation>Account disabled</translation>
  </message>
  <message>
   <source>Tài khoản được chọn đã khóa hoặc không có vai trò {role}. Hãy chọn tài khoản khác, hoặc giao cho cả vai trò.</source>
   <translation>The chosen account has been disabled or does not have the role {role}. Choose another account, or assign the task to the whole role.</translation>
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
   <source>Tên hoặc mật khẩu của người xác nhận không đúng. Hãy để chính người đó gõ lại.</source>
   <translation>The name or password of the person who countersigns is wrong. Let them type it again themselves.</translation>
  </message>
  <message>
   <source>Tên hoặc mật khẩu không đúng</source>
   <translation>Wrong name or password</translation>
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
   <source>Túi này đã mở. Hãy mở lại danh sách đồ vật.</source>
   <translation>This bag has already been opened. Open the list of items again.</translation>
  </message>
  <message>
   <source>Túi {seal} phải mở mà vẫn còn đồ vật: hãy niêm phong lại và ghi số niêm phong mới.</source>
   <translation>Bag {seal} must be opened and still holds items: reseal it and give the new seal number.</translation>
  </message>
  <message>
   <source>Tệp PDF bị hỏng hoặc không phải PDF, nên không xem và không in được. Hãy lập lại.</source>
   <translation>The PDF file is damaged or not a PDF, so it can be neither viewed nor printed. Make it again.</translation>
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
   <source>Tệp khóa {file} cũ hơn tệp máy này đã dùng: mật khẩu đã đổi hoặc đã khóa có thể lại mở được, nên không đăng nhập bằng mật khẩu. Hãy báo người phụ trách an toàn thông tin; nếu xét xong mà vẫn dùng tệp này, hãy mở bằng khóa khôi phục và chạy lệnh audit accept --reason LÝ_DO.</source>
   <translation>The key file {file} is older than the one this computer has used: passwords changed or disabled since may open it again, so nobody signs in with a password. Report to the information security officer; if the file is to be used after all, open it with the recovery key and run audit accept --reason REASON.</translation>
  </message>
  <message>
   <source>Tệp khóa {file} do bản chương trình mới hơn ghi. Hãy cài bản chương trình mới nhất rồi mở lại.</source>
   <translation>The key file {file} was written by a newer version of the program. Install the newest version and open again.</translation>
  </message>
  <message>
   <source>Tệp này nặng {size_mb} MB, nhiều nhất được {limit_mb} MB. Hãy chụp ở cỡ nhỏ hơn, quét 200–300 dpi, hoặc tách thành nhiều tệp.</source>
   <translation>This file is {size_mb} MB; the most allowed is {limit_mb} MB. Take a smaller picture, scan at 200–300 dpi, or split it into several files.</translation>
  </message>
  <message>
   <source>Tệp này trống. Hãy chọn lại, hoặc chụp, quét lại rồi đính kèm.</source>
   <translation>This file is empty. Choose another, or photograph or scan it again and attach it.</translation>
  </message>
  <message>
   <source>Tệp này đã có trong hồ sơ của người này. Hãy chọn tệp khác, hoặc sửa tên tài liệu cũ.</source>
   <translation>This file is already in this person’s case file. Choose another file, or rename the old document.</translation>
  </message>
  <message>
   <source>Tệp {file} bị hỏng hoặc bị cắt cụt. Hãy giữ nguyên tệp và khôi phục từ bản sao lưu gần nhất (lệnh restore).</source>
   <translation>File {file} is damaged or cut short. Leave it as it is and restore the latest backup (command restore).</translation>
  </message>
  <message>
   <source>Tệp {file} không có trang tính “{sheet}”. Các trang có dữ liệu: {known}.</source>
   <translation>File {file} has no sheet “{sheet}”. Sheets with data: {known}.</translation>
  </message>
  <message>
   <source>Tệp {file} không phải JSON hợp lệ (dòng {line}). Hãy ghi một danh sách các trường hợp, bảng mã UTF-8.</source>
   <translation>File {file} is not valid JSON (line {line}). Write a list of cases, encoded in UTF-8.</translation>
  </message>
  <message>
   <source>Tệp {file} không phải JSON hợp lệ (dòng {line}). Hãy ghi một nhóm (JSON object) số mục và câu trả lời, ví dụ "1": 2, "2": 0, bảng mã UTF-8.</source>
   <translation>File {file} is not valid JSON (line {line}). Write a group (JSON object) of item numbers and answers, for example "1": 2, "2": 0, encoding UTF-8.</translation>
  </message>
  <message>
   <source>Tệp {file} không phải JSON hợp lệ (dòng {line}). Hãy ghi một nhóm có mục “doses”, bảng mã UTF-8.</source>
   <translation>File {file} is not valid JSON (line {line}). Write a group (JSON object) with the item “doses”, encoding UTF-8.</translation>
  </message>
  <message>
   <source>Tệp {file} không phải JSON hợp lệ (dòng {line}). Hãy ghi một nhóm giá trị, bảng mã UTF-8.</source>
   <translation>File {file} is not valid JSON (line {line}). Write a group of values, encoding UTF-8.</translation>
  </message>
  <message>
   <source>Tệp {file} không được mã hóa nên chương trình không mở. Hãy khôi phục từ bản sao lưu của chương trình (lệnh restore).</source>
   <translation>File {file} is not encrypted, so the program does not open it. Restore a backup made by the program (command restore).</translation>
  </message>
  <message>
   <source>Tệp {file} phải là một nhóm (JSON object) số mục và câu trả lời, ví dụ "1": 2, "2": 0.</source>
   <translation>File {file} must be a group (JSON object) of item numbers and answers, for example "1": 2, "2": 0.</translation>
  </message>
  <message>
   <source>Tệp {file}, liều thứ {place}: thiếu hoặc sai “{key}”. Mỗi liều cần order_id, due_on (2026-11-23), slot (08:00) và outcome (given, refused, held, absent, vomited, late).</source>
   <translation>File {file}, dose {place}: “{key}” is missing or wrong. Every dose needs order_id, due_on (2026-11-23), slot (08:00) and outcome (given, refused, held, absent, vomited, late).</translation>
  </message>
  <message>
   <source>Tệp {file}, mục {place}: không nhận “{value}”. Nhận được: {known}.</source>
   <translation>File {file}, entry {place}: “{value}” is not accepted. Accepted: {known}.</translation>
  </message>
  <message>
   <source>Tệp {file}: mục “{key}” ghi hai lần trong cùng một nhóm. Hãy giữ một.</source>
   <translation>File {file}: the entry “{key}” stands twice in the same group. Keep one.</translation>
  </message>
  <message>
   <source>Tệp đính kèm này bị hỏng trên ổ đĩa. Hãy khôi phục từ bản sao lưu (lệnh restore), hoặc đính kèm lại bản gốc.</source>
   <translation>This attached file is damaged on the disk. Restore a backup (command restore), or attach the original again.</translation>
  </message>
  <message>
   <source>Tệp “{file}” bị hỏng hoặc chép chưa hết nên không đọc được. Hãy chép lại tệp; nếu Excel hoặc LibreOffice còn mở được, hãy mở rồi lưu thành tệp .xlsx mới.</source>
   <translation>File “{file}” is damaged or was not copied completely, so it cannot be read. Copy it again; if Excel or LibreOffice can still open it, open it and save it as a new .xlsx file.</translation>
  </message>
  <message>
   <source>Tệp “{file}” có quá {most} trang tính. Hãy chép trang tính cần nhập sang một tệp mới.</source>
   <translation>File “{file}” has more than {most} sheets. Copy the sheet to import into a new file.</translation>
  </message>
  <message>
   <source>Tệp “{file}” có đặt mật khẩu mở nên không đọc được. Hãy mở tệp bằng Excel, vào Tệp › Thông tin › Bảo vệ sổ làm việc › Mã hóa bằng mật khẩu, xóa mật khẩu rồi lưu lại.</source>
   <translation>File “{file}” is protected by a password for opening and cannot be read. Open it in Excel, go to File › Info › Protect Workbook › Encrypt with Password, clear the password and save it again.</translation>
  </message>
  <message>
   <source>Tệp “{file}” không có ô nào có chữ hay số. Hãy chọn tệp khác hoặc kiểm tra lại tệp.</source>
   <translation>File “{file}” has no cell with text or a number. Choose another file or check this one.</translation>
  </message>
  <message>
   <source>Tệp “{file}” quá lớn: nội dung chỉ đọc đến {most} MB. Hãy chép riêng danh sách cần nhập sang một tệp mới, không kèm hình ảnh.</source>
   <translation>File “{file}” is too large: contents are read up to {most} MB. Copy just the list to import into a new file, without pictures.</translation>
  </message>
  <message>
   <source>Tệp “{file}” trống, không có byte nào. Hãy chép lại tệp từ nơi lấy ra.</source>
   <translation>File “{file}” is empty, without a single byte. Copy it again from where it came from.</translation>
  </message>
  <message>
   <source>Tổ {team} còn người. Hãy chuyển họ sang tổ khác trước.</source>
   <translation>Team {team} still has people. Move them to another team first.</translation>
  </message>
  <message>
   <source>Tủ {place} do {holder} giữ, nên {holder} phải xác nhận bàn giao. Nếu người giữ tủ vắng thì điều dưỡng trưởng hoặc người đứng đầu cơ sở giao thay, có nêu lý do.</source>
   <translation>Cabinet {place} is held by {holder}, so {holder} must confirm the handover. If the holder is absent, the chief nurse or the head of facility hands it over instead, stating the reason.</translation>
  </message>
  <message>
   <source>Tủ {place} do {holder} giữ. Thuốc phải kiểm soát chỉ người giữ tủ lấy ra, trả vào được; hãy nhận tủ (có kiểm đếm) hoặc nhờ người giữ tủ.</source>
   <translation>Cabinet {place} is held by {holder}. Only the holder can take controlled medicines from it or return them to it; take over the cabinet (with a count) or ask the holder.</translation>
  </message>
  <message>
   <source>Từ lần kiểm đếm này đến nay tủ {place} đã có nhập, xuất hoặc kiểm đếm khác. Hãy kiểm đếm lại lúc giao ca rồi nhận tủ.</source>
   <translation>Since this count, cabinet {place} has had other receipts, issues or counts. Count it again at shift handover, then take it over.</translation>
  </message>
  <message>
   <source>Từ ngày này số dư có lúc chỉ còn {balance}</source>
   <translation>From this day the balance is at some point only {balance}</translation>
  </message>
  <message>
   <source>Từ ngày {day} có lúc số dư lưu ký chỉ là {balance}, không đủ để trừ {wanted}: tiền không thể đi trước khi đến. Hãy sửa ngày hoặc số tiền, hoặc ghi khoản đã nhận trước.</source>
   <translation>From {day} the safekeeping balance is at some point only {balance}, not enough to deduct {wanted}: money cannot leave before it arrives. Correct the date or the amount, or first record the sum received.</translation>
  </message>
  <message>
   <source>Từ {least} đến {most}, nhiều nhất {decimals} chữ số thập phân</source>
   <translation>From {least} to {most}, at most {decimals} decimal places</translation>
  </message>
  <message>
   <source>Vai trò không có</source>
   <translation>No such role</translation>
  </message>
  <message>
   <source>Việc báo kết quả này đã ghi. Hãy mở lại để xem đã báo lúc nào.</source>
   <translation>The telling of this result is already recorded. Open it again to see when it was told.</translation>
  </message>
  <message>
   <source>Việc báo kết quả này đã quyết định. Hãy mở lại xét nghiệm để xem.</source>
   <translation>Whether to report this result has already been decided. Open the test again to see.</translation>
  </message>
  <message>
   <source>Việc này cần người thứ hai xác nhận ngay lúc làm. Người xác nhận được: {roles}.</source>
   <translation>A second person must countersign this action as it is done. Those who can countersign: {roles}.</translation>
  </message>
  <message>
   <source>Việc này giao cho: {role}. Hãy báo người đó, hoặc nhờ người đứng đầu giao lại.</source>
   <translation>This task is assigned to: {role}. Tell them, or ask the head to reassign it.</translation>
  </message>
  <message>
   <source>Việc này không còn mở ({state}) nên không giao lại được. Hãy mở lại việc trước.</source>
   <translation>This task is no longer open ({state}), so it cannot be reassigned. Reopen it first.</translation>
  </message>
  <message>
   <source>Việc này không giao được cho vai trò đã chọn. Giao được cho: {roles}.</source>
   <translation>This task cannot be assigned to the chosen role. It can be assigned to: {roles}.</translation>
  </message>
  <message>
   <source>Việc này không mở khẩn cấp được cho tài khoản này. Người mở được: {roles}.</source>
   <translation>Emergency access to this action is not open to this account. Those who can open it: {roles}.</translation>
  </message>
  <message>
   <source>Việc nâng cấp không giữ được mọi dòng dữ liệu ({tables}) nên đã hủy; tệp dữ liệu vẫn như cũ. Hãy gửi tệp ghi sự cố (thư mục logs) cho người hỗ trợ.</source>
   <translation>The upgrade would not have kept every row of data ({tables}) and was called off; the data file is as before. Send the log file (folder logs) to support.</translation>
  </message>
  <message>
   <source>Văn bản này chỉ có phần y tế. Hãy mở riêng văn bản để in, bằng tài khoản được đọc phần y tế.</source>
   <translation>This document has a medical part only. Open it by itself to print it, with an account that may read medical parts.</translation>
  </message>
  <message>
   <source>Văn bản này không có phần cần in. Hãy chọn phần khác của văn bản.</source>
   <translation>This document does not have the part to be printed. Choose another part of it.</translation>
  </message>
  <message>
   <source>Văn bản này đã hủy nên không làm việc này được. Hãy dùng văn bản thay thế.</source>
   <translation>This document is void, so this cannot be done. Use the document that replaces it.</translation>
  </message>
  <message>
   <source>Văn bản được thay thế còn giá trị. Hãy hủy văn bản đó trước, rồi ban hành văn bản mới.</source>
   <translation>The document being replaced is still in force. Void it first, then issue the new one.</translation>
  </message>
  <message>
   <source>Xã không thuộc tỉnh đã chọn</source>
   <translation>Commune not in the chosen province</translation>
  </message>
  <message>
   <source>Xét nghiệm khẳng định phải dựa vào một xét nghiệm nhanh đã đọc của chính người này.</source>
   <translation>A confirmatory test must rest on a rapid test of this same person that has been read.</translation>
  </message>
  <message>
   <source>Xét nghiệm này chưa có kết quả dương tính nên không có gì phải báo Công an cấp xã.</source>
   <translation>This test has no positive result, so there is nothing to report to the commune police.</translation>
  </message>
  <message>
   <source>Xét nghiệm này chưa có kết quả. Hãy ghi kết quả trước.</source>
   <translation>This test has no result yet. Record the result first.</translation>
  </message>
  <message>
   <source>Xét nghiệm này chưa có mẫu, hoặc người được xét nghiệm đã từ chối. Hãy ghi lấy mẫu trước.</source>
   <translation>This test has no sample yet, or the person to be tested refused. Record the sampling first.</translation>
  </message>
  <message>
   <source>Xét nghiệm này đã có kết quả, không ghi đè. Nếu ghi nhầm hãy gạch bỏ kèm lý do rồi ghi lại; nếu xét nghiệm lại, hãy ghi đồng ý mới.</source>
   <translation>This test already has a result, which is not overwritten. If it was recorded by mistake, strike it out with a reason and record it again; for a repeat test, record a new consent.</translation>
  </message>
  <message>
   <source>Xét nghiệm này đã có kết quả, không ghi đè. Nếu ghi nhầm hãy gạch bỏ kèm lý do và lập xét nghiệm mới.</source>
   <translation>This test already has a result, which is not overwritten. If it was recorded by mistake, strike it out with a reason and make a new test.</translation>
  </message>
  <message>
   <source>Xét nghiệm này đã ghi lấy mẫu hoặc từ chối. Muốn lấy mẫu lại, hãy lập xét nghiệm mới.</source>
   <translation>The sampling or refusal of this test is already recorded. To take a sample again, make a new test.</translation>
  </message>
  <message>
   <source>Y lệnh dài nhất một năm. Hãy chia thành nhiều y lệnh.</source>
   <translation>An order lasts one year at most. Divide it into several orders.</translation>
  </message>
  <message>
   <source>Y lệnh không ghi lùi quá một ngày. Hãy ghi ngày bắt đầu từ hôm nay.</source>
   <translation>An order is not backdated by more than one day. Write a start date from today on.</translation>
  </message>
  <message>
   <source>Y lệnh kết thúc trước khi bắt đầu.</source>
   <translation>The order ends before it starts.</translation>
  </message>
  <message>
   <source>Y lệnh một lần chỉ có một liều.</source>
   <translation>A one-time order has only one dose.</translation>
  </message>
  <message>
   <source>Y lệnh mới là thuốc thuộc mức bảo mật khác. Hãy ngừng y lệnh cũ rồi ra y lệnh mới.</source>
   <translation>The new order is for a medicine of another confidentiality level. Stop the old order, then write a new one.</translation>
  </message>
  <message>
   <source>Y lệnh này không tạm ngừng. Hãy mở lại danh sách.</source>
   <translation>This order is not paused. Open the list again.</translation>
  </message>
  <message>
   <source>Y lệnh này {name} đã duyệt rồi. Hãy mở lại danh sách.</source>
   <translation>{name} has already approved this order. Open the list again.</translation>
  </message>
  <message>
   <source>Y lệnh này đang tạm ngừng. Hãy mở lại danh sách.</source>
   <translation>This order is paused. Open the list again.</translation>
  </message>
  <message>
   <source>Y lệnh này đã kết thúc. Hãy mở lại danh sách; cần thì ra y lệnh mới.</source>
   <translation>This order has already ended. Open the list again; if need be, write a new order.</translation>
  </message>
  <message>
   <source>Y lệnh vướng mức phải có người thứ hai đồng ý: {findings}. Hãy đổi thuốc hoặc liều; nếu vẫn cần, hãy nhờ bác sĩ khác, dược sĩ hoặc người đứng đầu ký cùng.</source>
   <translation>Rules in the way of this order need the consent of a second person: {findings}. Change the medicine or the dose; if it is still needed, ask another doctor, a pharmacist or the head to sign too.</translation>
  </message>
  <message>
   <source>Y lệnh vướng: {findings}. Hãy đổi thuốc hoặc liều; nếu vẫn cần, hãy ghi lý do cho từng điều.</source>
   <translation>Rules in the way of this order: {findings}. Change the medicine or the dose; if it is still needed, state the reason for each.</translation>
  </message>
  <message>
   <source>Y tế yêu cầu người {alone} ở phòng riêng, không chung với ai. Người ra yêu cầu có thể kết thúc nó.</source>
   <translation>The medical department requests a separate room for {alone}, shared with nobody. Whoever made the request can end it.</translation>
  </message>
  <message>
   <source>Y tế yêu cầu người {person} ở phòng cắt cơn hoặc phòng chăm sóc; {room} không phải.</source>
   <translation>The medical department requests a detox room or care room for {person}; {room} is neither.</translation>
  </message>
  <message>
   <source>Yêu cầu chỗ ở này không phải vì lý do y tế. Hãy ghi ở trang Chỗ ở.</source>
   <translation>This accommodation need is not for a medical reason. Record it on the page Accommodation.</translation>
  </message>
  <message>
   <source>Yêu cầu này đã kết thúc. Hãy mở lại danh sách.</source>
   <translation>This request has already ended. Open the list again.</translation>
  </message>
  <message>
   <source>bài trình chiếu</source>
   <translation>a presentation</translation>
  </message>
  <message>
   <source>bảng tính Excel 4 trở về trước</source>
   <translation>a spreadsheet of Excel 4 or earlier</translation>
  </message>
  <message>
   <source>bảng tính nhị phân (.xlsb)</source>
   <translation>a binary spreadsheet (.xlsb)</translation>
  </message>
  <message>
   <source>chưa ai</source>
   <translation>nobody yet</translation>
  </message>
  <message>
   <source>chưa lập khu nào</source>
   <translation>no zone created yet</translation>
  </message>
  <message>
   <source>chương trình</source>
   <translation>a program</translation>
  </message>
  <message>
   <source>chế độ luật khác với ngày quyết định {day} (Luật PCMT 2025 Đ56)</source>
   <translation>the legal regime does not fit the date of decision {day} (Drug Law 2025, Art. 56)</translation>
  </message>
  <message>
   <source>chữ</source>
   <translation>text</translation>
  </message>
  <message>
   <source>các liên kết dẫn vòng quanh</source>
   <translation>its links lead in a circle</translation>
  </message>
  <message>
   <source>có lỗi trong chương trình. Hãy báo người hỗ trợ.</source>
   <translation>there is a fault in the program. Report to support.</translation>
  </message>
  <message>
   <source>cùng lượt này</source>
   <translation>this same batch</translation>
  </message>
  <message>
   <source>cơ sở dữ liệu</source>
   <translation>a database</translation>
  </message>
  <message>
   <source>hình ảnh</source>
   <translation>a picture</translation>
  </message>
  <message>
   <source>hệ điều hành không nhận tên này</source>
   <translation>the operating system does not take this name</translation>
  </message>
  <message>
   <source>không ai</source>
   <translation>nobody</translation>
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
   <source>liên kết dẫn đến một chỗ không còn</source>
   <translation>its link leads to a place that is gone</translation>
  </message>
  <message>
   <source>liên kết giữa các bảng</source>
   <translation>references between tables</translation>
  </message>
  <message>
   <source>một liên kết không dẫn tới tệp nào</source>
   <translation>a link that leads to no file</translation>
  </message>
  <message>
   <source>một nhóm giá trị có tên (JSON object)</source>
   <translation>a group of named values (JSON object)</translation>
  </message>
  <message>
   <source>một thiết bị hoặc đường ống của hệ điều hành</source>
   <translation>a device or pipe of the operating system</translation>
  </message>
  <message>
   <source>một thư mục</source>
   <translation>a folder</translation>
  </message>
  <message>
   <source>ngày bắt đầu chấp hành {day} khác với ngày theo giấy tờ {derived}</source>
   <translation>the start of the term {day} differs from the date by the papers {derived}</translation>
  </message>
  <message>
   <source>ngày dạng năm-tháng-ngày, ví dụ 2026-08-01</source>
   <translation>a date in the form year-month-day, for example 2026-08-01</translation>
  </message>
  <message>
   <source>số nguyên từ 1</source>
   <translation>a whole number from 1</translation>
  </message>
  <message>
   <source>trang web (HTML hoặc XML)</source>
   <translation>a web page (HTML or XML)</translation>
  </message>
  <message>
   <source>tài liệu Word</source>
   <translation>a Word document</translation>
  </message>
  <message>
   <source>tên quá dài</source>
   <translation>the name is too long</translation>
  </message>
  <message>
   <source>tệp PDF</source>
   <translation>a PDF file</translation>
  </message>
  <message>
   <source>tệp loại khác</source>
   <translation>a file of another type</translation>
  </message>
  <message>
   <source>tệp nén</source>
   <translation>a compressed archive</translation>
  </message>
  <message>
   <source>{bed} đang có người {roommate} hoặc giữ cho người đó.</source>
   <translation>{bed} is taken by {roommate} or held for that person.</translation>
  </message>
  <message>
   <source>{bed} đang đóng: {reason}.</source>
   <translation>{bed} is closed: {reason}.</translation>
  </message>
  <message>
   <source>{case}: các lần giảm thời hạn cộng lại {months} tháng và {days} ngày; nhiều nhất là {most_months} tháng và {most_days} ngày. Hãy sửa số được giảm như in trong quyết định.</source>
   <translation>{case}: the term reductions add up to {months} months and {days} days; at most {most_months} months and {most_days} days are allowed. Correct the reduction as printed in the decision.</translation>
  </message>
  <message>
   <source>{case}: sự kiện {number} ({kind}) có ngày trở lại {to} trước ngày bắt đầu {first}. Ngày trở lại là ngày đã có mặt ở cơ sở nên không thể sớm hơn ngày đi. Hãy sửa một trong hai ngày.</source>
   <translation>{case}: event {number} ({kind}) has the return date {to} before the start date {first}. The return date is the day the person was back in the facility, so it cannot be before the day of leaving. Correct one of them.</translation>
  </message>
  <message>
   <source>{case}: sự kiện {number} ({kind}) cần đúng một trong hai: số tháng “months” hoặc số ngày “days” được giảm.</source>
   <translation>{case}: event {number} ({kind}) needs exactly one of the two: the number of months “months” or of days “days” of the reduction.</translation>
  </message>
  <message>
   <source>{case}: sự kiện {number} ({kind}) không áp dụng cho người cai nghiện tự nguyện: rời cơ sở không lý do là tự ý chấm dứt ({article}), không cộng thêm ngày nào. Hãy ghi sự kiện kết thúc với lý do SELF_TERMINATED.</source>
   <translation>{case}: event {number} ({kind}) does not apply to voluntary residents: leaving the facility without good reason is self-termination ({article}) and adds no days. Record an end with the reason SELF_TERMINATED.</translation>
  </message>
  <message>
   <source>{case}: sự kiện {number} ({kind}) không áp dụng: luật của đợt cai nghiện này không có giảm thời hạn ({article}). Hãy bỏ sự kiện này, hoặc sửa chế độ luật nếu quyết định có trước 01/07/2026.</source>
   <translation>{case}: event {number} ({kind}) does not apply: the law of this stay has no term reduction ({article}). Leave this event out, or correct the legal regime if the decision is from before 01/07/2026.</translation>
  </message>
  <message>
   <source>{case}: sự kiện {number} ({kind}) thiếu lý do kết thúc “exit_code”. Hãy chọn một lý do.</source>
   <translation>{case}: event {number} ({kind}) has no reason of the end “exit_code”. Choose a reason.</translation>
  </message>
  <message>
   <source>{case}: sự kiện {number} ({kind}) thiếu ngày kết thúc “to”. Thời gian được trừ nằm trước ngày bắt đầu chấp hành nên phải có ngày kết thúc.</source>
   <translation>{case}: event {number} ({kind}) has no end date “to”. Credited time comes before the start of the term, so it must have an end date.</translation>
  </message>
  <message>
   <source>{case}: sự kiện {number}: “{code}” chỉ làm gián đoạn, không kết thúc thời hạn. Hãy ghi thành sự kiện “{pause}” với ngày bắt đầu và ngày trở lại.</source>
   <translation>{case}: event {number}: “{code}” only interrupts the term and does not end it. Record it as an event “{pause}” with its start date and return date.</translation>
  </message>
  <message>
   <source>{case}: thiếu số tháng của quyết định ({place}). Diện này có thời hạn: hãy ghi số tháng in trong quyết định.</source>
   <translation>{case}: the number of months of the decision ({place}) is missing. This type of stay has a term: write the number of months printed in the decision.</translation>
  </message>
  <message>
   <source>{case}: {place} là {value}; phải là số nguyên từ 1 đến {most}. Hãy ghi đúng số in trong quyết định.</source>
   <translation>{case}: {place} is {value}; it must be a whole number from 1 to {most}. Write the number printed in the decision.</translation>
  </message>
  <message>
   <source>{case}: {what} ({place}) là {day}; phải trong khoảng các năm {first_year} đến {last_year}. Hãy sửa lại năm.</source>
   <translation>{case}: {what} ({place}) is {day}; it must be within the years {first_year} to {last_year}. Correct the year.</translation>
  </message>
  <message>
   <source>{code} đang có lần cai nghiện chưa kết thúc; một người chỉ có một lần đang mở. Hãy bỏ qua dòng này, hoặc ghi kết thúc lần trước rồi nhập lại.</source>
   <translation>{code} has a stay that has not ended; a person has only one open stay. Skip this row, or record the end of the earlier stay and import again.</translation>
  </message>
  <message>
   <source>{code} đã có hồ sơ, dòng này không có quyết định mới; không ghi gì thêm.</source>
   <translation>{code} already has a case file and this row has no new decision; nothing more is recorded.</translation>
  </message>
  <message>
   <source>{commune} không thuộc {province}. Hãy chọn lại xã hoặc tỉnh.</source>
   <translation>{commune} is not part of {province}. Choose the commune or the province again.</translation>
  </message>
  <message>
   <source>{fault} Chưa lập cơ sở nào, nên khóa khôi phục vừa ghi hoặc vừa hiện không dùng được.</source>
   <translation>{fault} No facility was made, so the recovery key just written or shown opens nothing.</translation>
  </message>
  <message>
   <source>{fault} Chưa đổi khóa: khóa khôi phục vừa ghi hoặc vừa hiện KHÔNG có hiệu lực; tờ khóa cũ vẫn dùng được.</source>
   <translation>{fault} The key was not changed: the recovery key just written or shown is NOT valid; the former sheet still is.</translation>
  </message>
  <message>
   <source>{finding} Căn cứ: {article}.</source>
   <translation>{finding} Legal basis: {article}.</translation>
  </message>
  <message>
   <source>{first} {rest}</source>
   <translation>{first} {rest}</translation>
  </message>
  <message>
   <source>{form} phải có thời hạn (NĐ 30/2020 Đ13). Hãy ghi ngày kết thúc.</source>
   <translation>{form} must be for a fixed period (Decree 30/2020, Art. 13). Give the end date.</translation>
  </message>
  <message>
   <source>{form} phải dựa trên văn bản (NĐ 30/2020 Đ13). Hãy ghi số và ngày của văn bản giao quyền.</source>
   <translation>{form} must rest on an official document (Decree 30/2020, Art. 13). Give the number and date of the document that grants the authority.</translation>
  </message>
  <message>
   <source>{instrument}, mục {item} ({text}): ghi hai lần. Hãy giữ một.</source>
   <translation>{instrument}, item {item} ({text}): recorded twice. Keep one.</translation>
  </message>
  <message>
   <source>{instrument}, mục {item} ({text}): không nhận giá trị {value}. Các giá trị nhận được: {allowed}.</source>
   <translation>{instrument}, item {item} ({text}): value {value} is not accepted. Accepted values: {allowed}.</translation>
  </message>
  <message>
   <source>{instrument}, mục {item} ({text}): không nhận giá trị {value}. Hãy ghi một số từ {least} đến {most} {unit}, nhiều nhất {decimals} chữ số thập phân.</source>
   <translation>{instrument}, item {item} ({text}): value {value} is not accepted. Write a number from {least} to {most} {unit}, with at most {decimals} decimal places.</translation>
  </message>
  <message>
   <source>{instrument}: không có bộ mức độ “{bands}”. Các bộ: {known}.</source>
   <translation>{instrument}: there is no set of severity levels “{bands}”. The sets are: {known}.</translation>
  </message>
  <message>
   <source>{instrument}: không có mục “{item}”. Các mục: {known}.</source>
   <translation>{instrument}: there is no item “{item}”. The items are: {known}.</translation>
  </message>
  <message>
   <source>{kind} từ {from_on}: không có giấy tờ nào chờ xác nhận (chưa ghi số, ngày; đã xác nhận; hoặc sự kiện không cộng ngày). Hãy mở lại bảng sự kiện; nếu thiếu giấy tờ, dùng “Bổ sung, sửa”.</source>
   <translation>{kind} from {from_on}: no paper is waiting to be confirmed (number and date not recorded; already confirmed; or the event adds no days). Open the table of events again; if a paper is missing, use “Add or edit”.</translation>
  </message>
  <message>
   <source>{kind} từ {from_on}: ngày trở lại do việc nhận trở lại ghi, không mở hay đóng sự kiện ở đây. Hãy dùng “Nhận trở lại cơ sở”, rồi sửa ngày nếu cần.</source>
   <translation>{kind} from {from_on}: the return date is recorded by the return itself; an event is not opened or closed here. Use “Record return to facility”, then correct the date if need be.</translation>
  </message>
  <message>
   <source>{kind}: ngày trở lại {to_on} đứng trước ngày đi {from_on}. Hãy sửa một trong hai ngày.</source>
   <translation>{kind}: the return date {to_on} is before the day of leaving {from_on}. Correct one of the two dates.</translation>
  </message>
  <message>
   <source>{kind}: ngày ở tương lai. Chỉ ghi những gì đã xảy ra; hãy sửa ngày.</source>
   <translation>{kind}: the date is in the future. Record only what has happened; correct the date.</translation>
  </message>
  <message>
   <source>{kind}: sự có mặt đã ghi cho thấy người này chỉ vắng từ {first} đến {to}; những ngày ngoài khoảng đó người ấy ở nơi khác nên không thể tính vào sự kiện. Hãy sửa ngày nằm trong khoảng đã ghi.</source>
   <translation>{kind}: the presence recorded shows this person absent only from {first} to {to}; on days outside that period they were elsewhere, so those cannot count as the event. Correct the dates to lie within the period recorded.</translation>
  </message>
  <message>
   <source>{list}: không có mã “{code}” trong danh mục đang dùng. Hãy chọn lại trong danh sách.</source>
   <translation>{list}: there is no code “{code}” in the code list in use. Choose again from the list.</translation>
  </message>
  <message>
   <source>{name} còn dùng mật khẩu do người khác cấp nên chưa xác nhận được. Người đó hãy đăng nhập và đổi mật khẩu trước.</source>
   <translation>{name} still uses a password issued by someone else and cannot countersign yet. They must first sign in and change it.</translation>
  </message>
  <message>
   <source>{name} không phải thuốc điều trị thay thế. Hãy chọn methadon hoặc buprenorphin.</source>
   <translation>{name} is not a substitution treatment medicine. Choose methadone or buprenorphine.</translation>
  </message>
  <message>
   <source>{name} không xác nhận được việc này. Người xác nhận được: {roles}.</source>
   <translation>{name} cannot countersign this action. Those who can countersign: {roles}.</translation>
  </message>
  <message>
   <source>{name} là thuốc phải kiểm soát đặc biệt: cần người chứng kiến ký cùng trước khi ghi đã dùng.</source>
   <translation>{name} is a specially controlled medicine: a witness must sign too before it is recorded as given.</translation>
  </message>
  <message>
   <source>{name} là thuốc điều trị thay thế: người này chưa có chương trình điều trị thay thế. Hãy mở chương trình (đơn, giấy đồng ý) rồi ra y lệnh.</source>
   <translation>{name} is a substitution treatment medicine: this person has no substitution treatment programme yet. Open a programme (application, consent paper), then write the order.</translation>
  </message>
  <message>
   <source>{name} đang giữ chức người đứng đầu từ {first}. Hãy ghi ngày kết thúc chức vụ đó trước, hoặc chọn “quyền” nếu là người tạm phụ trách.</source>
   <translation>{name} has been the head since {first}. First record the end of that post, or choose “acting” for someone temporarily in charge.</translation>
  </message>
  <message>
   <source>{name} đã phê duyệt phiên bản này. Hãy mở lại bảng quy tắc.</source>
   <translation>{name} has already approved this version. Open the table of rules again.</translation>
  </message>
  <message>
   <source>{name} được ghi hai dòng trong một phiếu. Hãy cộng lại thành một dòng.</source>
   <translation>{name} is recorded in two rows of one requisition. Add the two up into one row.</translation>
  </message>
  <message>
   <source>{name} ở {place} còn {there}, không đủ {wanted}. Hãy giảm số lượng, chọn nơi khác, lĩnh thêm, hoặc kiểm đếm lại nếu sổ không đúng.</source>
   <translation>{name} at {place}: {there} left, not enough for {wanted}. Reduce the quantity, choose another place, requisition more, or count again if the register is wrong.</translation>
  </message>
  <message>
   <source>{name} – {partner}: {rule}</source>
   <translation>{name} – {partner}: {rule}</translation>
  </message>
  <message>
   <source>{name}, liều {slot} ngày {day}: {who} đã ghi “{outcome}” lúc {time}. Không ghi lần thứ hai; nếu ghi nhầm, hãy gạch bỏ liều đó kèm lý do.</source>
   <translation>{name}, dose {slot} on {day}: “{outcome}” was already recorded at {time} ({who}). It is not recorded a second time; if it was a mistake, strike out that dose with a reason.</translation>
  </message>
  <message>
   <source>{name}: bác sĩ đang cho tạm ngừng y lệnh này. Hãy ghi liều là “Hoãn”, hoặc hỏi bác sĩ.</source>
   <translation>{name}: the doctor has paused this order. Record the dose as “Held”, or ask the doctor.</translation>
  </message>
  <message>
   <source>{name}: chương trình điều trị thay thế của người này đã kết thúc. Hãy hỏi bác sĩ.</source>
   <translation>{name}: this person’s substitution treatment programme has ended. Ask the doctor.</translation>
  </message>
  <message>
   <source>{name}: danh mục thuốc có {count} thuốc hợp với dòng này của phác đồ. Hãy chọn một thuốc, hoặc thêm thuốc vào danh mục.</source>
   <translation>{name}: medicines in the medicine list that fit this row of the protocol: {count}. Choose one, or add the medicine to the list.</translation>
  </message>
  <message>
   <source>{name}: dược sĩ chưa duyệt y lệnh này. Hãy nhờ dược sĩ duyệt rồi cho dùng; liều cấp cứu do bác sĩ ghi rõ.</source>
   <translation>{name}: the pharmacist has not approved this order. Ask the pharmacist to approve it before giving; an emergency dose is marked so by the doctor.</translation>
  </message>
  <message>
   <source>{name}: hai lần dùng phải cách nhau ít nhất {minutes} phút. Hãy chờ đủ giờ, hoặc hỏi bác sĩ.</source>
   <translation>{name}: two doses must be at least {minutes} minutes apart. Wait until then, or ask the doctor.</translation>
  </message>
  <message>
   <source>{name}: hôm đó đã cho một liều lúc {time} theo y lệnh khác. Không cho thêm; nếu cần, bác sĩ ra y lệnh một lần sau khi biết liều đã cho.</source>
   <translation>{name}: a dose was already given that day at {time} under another order. Give no more; if needed, the doctor writes a one-time order, knowing the dose given.</translation>
  </message>
  <message>
   <source>{name}: liều một lần cao hơn mức {limit} {unit}. {rule}</source>
   <translation>{name}: the single dose is above the limit {limit} {unit}. {rule}</translation>
  </message>
  <message>
   <source>{name}: liều một ngày cao hơn mức {limit} {unit}. {rule}</source>
   <translation>{name}: the daily dose is above the limit {limit} {unit}. {rule}</translation>
  </message>
  <message>
   <source>{name}: liều {amount} cao hơn mức thường dùng một lần {usual}. Có phải ghi thừa một chữ số? Hãy sửa lại; nếu đúng theo y lệnh thì xác nhận số này.</source>
   <translation>{name}: the dose {amount} is above the usual single dose {usual}. Was one digit too many recorded? Correct it; if the doctor’s order says so, confirm this number.</translation>
  </message>
  <message>
   <source>{name}: liều {amount} cao hơn mức thường dùng một lần {usual}. Có phải ghi thừa một chữ số? Hãy sửa lại; nếu đúng thì xác nhận số này.</source>
   <translation>{name}: the dose {amount} is above the usual single dose {usual}. Was one digit too many recorded? Correct it; if it is right, confirm this number.</translation>
  </message>
  <message>
   <source>{name}: người bệnh dị ứng {substance}.</source>
   <translation>{name}: the patient is allergic to {substance}.</translation>
  </message>
  <message>
   <source>{name}: người bệnh dị ứng {substance}. {rule}</source>
   <translation>{name}: the patient is allergic to {substance}. {rule}</translation>
  </message>
  <message>
   <source>{name}: nhập {amount}, gấp nhiều lần lượng nhập lớn nhất từ trước đến nay {usual}. Có phải ghi thừa một chữ số? Hãy sửa lại; nếu đúng theo hóa đơn thì xác nhận số này.</source>
   <translation>{name}: {amount} received, many times the largest amount received so far {usual}. Was one digit too many recorded? Correct it; if the invoice says so, confirm this number.</translation>
  </message>
  <message>
   <source>{name}: phát {issued}, nhiều hơn phiếu lĩnh {asked}. Hãy giảm, hoặc lập phiếu mới.</source>
   <translation>{name}: {issued} issued, more than the {asked} on the requisition. Issue less, or make a new requisition.</translation>
  </message>
  <message>
   <source>{name}: trong 24 giờ đã dùng {count} lần, bằng mức cao nhất của y lệnh. Hãy hỏi bác sĩ.</source>
   <translation>{name}: times given in 24 hours: {count}, the most the order allows. Ask the doctor.</translation>
  </message>
  <message>
   <source>{name}: y lệnh chưa đến ngày bắt đầu. Hãy xem lại ngày giờ của liều.</source>
   <translation>{name}: the order has not reached its start date. Check the date and time of the dose.</translation>
  </message>
  <message>
   <source>{name}: y lệnh không có liều {slot} ngày {day} vào lúc này. Hãy mở lại phiếu dùng thuốc của ngày đó; dùng thêm ngoài y lệnh thì nhờ bác sĩ ra y lệnh.</source>
   <translation>{name}: the order has no dose {slot} on {day} at this point. Open the medication chart of that day again; for an extra dose outside the order, ask the doctor to write an order.</translation>
  </message>
  <message>
   <source>{name}: y lệnh đã kết thúc trước thời điểm này, không cho dùng nữa. Cần thì nhờ bác sĩ ra y lệnh mới.</source>
   <translation>{name}: the order ended before this time and is no longer given. If needed, ask the doctor to write a new order.</translation>
  </message>
  <message>
   <source>{name}: {rules} Hãy tăng ít hơn, hoặc chờ đủ ngày.</source>
   <translation>{name}: {rules} Raise it by less, or wait the full number of days.</translation>
  </message>
  <message>
   <source>{name}: đã ghi {quantity}, y lệnh là {ordered}. Hãy đong lại đúng y lệnh; cần liều khác thì nhờ bác sĩ đổi y lệnh.</source>
   <translation>{name}: {quantity} was recorded, the order is {ordered}. Measure it again exactly to the order; if another dose is needed, ask the doctor to change the order.</translation>
  </message>
  <message>
   <source>{place} còn có nhà, phòng hoặc giường bên trong. Hãy bỏ từ trong ra ngoài.</source>
   <translation>{place} still has buildings, rooms or beds inside. Remove them from the inside out.</translation>
  </message>
  <message>
   <source>{place} đang có {count} người hoặc giữ giường cho họ. Hãy nhờ người phụ trách chuyển trước.</source>
   <translation>{place} has {count} people or beds held for them. Ask the person in charge to move them first.</translation>
  </message>
  <message>
   <source>{place} đang có {count} người hoặc giữ giường cho họ: {people}. Hãy chuyển họ sang giường khác trước.</source>
   <translation>{place} has {count} people or beds held for them: {people}. Move them to other beds first.</translation>
  </message>
  <message>
   <source>{place} đang có {count} người, nhiều hơn {working}. Hãy chuyển bớt người trước.</source>
   <translation>{place} has {count} people, more than {working}. Move some of them first.</translation>
  </message>
  <message>
   <source>{place} đã đóng từ trước.</source>
   <translation>{place} has already been closed.</translation>
  </message>
  <message>
   <source>{place}: không có giá trị “{value}”. Các giá trị nhận được: {known}.</source>
   <translation>{place}: there is no value “{value}”. Accepted values: {known}.</translation>
  </message>
  <message>
   <source>{place}: không có mục “{key}”. Các mục nhận được: {known}.</source>
   <translation>{place}: there is no entry “{key}”. Accepted entries: {known}.</translation>
  </message>
  <message>
   <source>{place}: phải là chữ, từ 1 đến {most} ký tự.</source>
   <translation>{place}: must be text of 1 to {most} characters.</translation>
  </message>
  <message>
   <source>{place}: phải là một danh sách (JSON array).</source>
   <translation>{place}: must be a list (JSON array).</translation>
  </message>
  <message>
   <source>{place}: phải là một nhóm giá trị có tên (JSON object).</source>
   <translation>{place}: must be a group of named values (JSON object).</translation>
  </message>
  <message>
   <source>{place}: thiếu giá trị. Hãy bổ sung.</source>
   <translation>{place}: the value is missing. Add it.</translation>
  </message>
  <message>
   <source>{place}: “{value}” không phải ngày dạng năm-tháng-ngày, ví dụ 2026-08-01.</source>
   <translation>{place}: “{value}” is not a date in the form year-month-day, for example 2026-08-01.</translation>
  </message>
  <message>
   <source>{place}: “{value}” không phải số nguyên.</source>
   <translation>{place}: “{value}” is not a whole number.</translation>
  </message>
  <message>
   <source>{room} chỉ còn {have} m² mỗi người, dưới mức {least} m².</source>
   <translation>{room} has only {have} m² left per person, below the level of {least} m².</translation>
  </message>
  <message>
   <source>{room} có {count} người, nhiều hơn sức chứa đang dùng {working}.</source>
   <translation>{room} has {count} people, more than its working capacity {working}.</translation>
  </message>
  <message>
   <source>{room} dành cho người cần cách ly; người {person} không có yêu cầu đó.</source>
   <translation>{room} is for people who need isolation; {person} has no such request.</translation>
  </message>
  <message>
   <source>{room} dành cho {sex}; người {person} phải ở chỗ dành cho {other}.</source>
   <translation>{room} is for {sex}; {person} must be in a place for {other}.</translation>
  </message>
  <message>
   <source>{room} thuộc khu dành riêng cho người vi phạm nội quy; người {person} không có quyết định vào đó.</source>
   <translation>{room} is in the separate zone for people who broke the house rules; {person} has no decision to be there.</translation>
  </message>
  <message>
   <source>{room} thuộc khu không dùng để ở.</source>
   <translation>{room} is in a zone not used for housing.</translation>
  </message>
  <message>
   <source>{room} đã đủ {working} người theo sức chứa đang dùng. Muốn thêm, hãy đổi sức chứa.</source>
   <translation>{room} already has {working} people, its working capacity. To add more, change the capacity.</translation>
  </message>
  <message>
   <source>{room} để dành cho người phải ở phòng riêng; người {person} không có yêu cầu đó.</source>
   <translation>{room} is kept for people who must have a separate room; {person} has no such request.</translation>
  </message>
  <message>
   <source>{room} ở khu dành cho diện “{kind}”; người {person} thuộc diện “{other}”.</source>
   <translation>{room} is in a zone for the type of stay “{kind}”; {person} has the type “{other}”.</translation>
  </message>
  <message>
   <source>{sign}: {value} có quá nhiều chữ số thập phân (nhiều nhất {decimals}).</source>
   <translation>{sign}: {value} has too many decimal places (at most {decimals}).</translation>
  </message>
  <message>
   <source>{sign}: {value} có quá nhiều chữ số thập phân (nhiều nhất {decimals}). Có phải {maybe} {unit}?</source>
   <translation>{sign}: {value} has too many decimal places (at most {decimals}). Is it {maybe} {unit}?</translation>
  </message>
  <message>
   <source>{sign}: “{value}” không phải một số. Hãy ghi số đo bằng {unit}.</source>
   <translation>{sign}: “{value}” is not a number. Write the measurement in {unit}.</translation>
  </message>
  <message>
   <source>{what} là {day}; phải trong khoảng các năm {first_year} đến {last_year}. Hãy sửa lại năm.</source>
   <translation>{what} is {day}; it must be within the years {first_year} to {last_year}. Correct the year.</translation>
  </message>
  <message>
   <source>{what}: hai chỗ ký phải là hai người khác nhau. Hãy để người khác làm bước này.</source>
   <translation>{what}: the two signatures must be by two different people. Have someone else do this step.</translation>
  </message>
  <message>
   <source>{what}: người kê, người duyệt và người cho dùng phải là ba người khác nhau. Hãy để người khác làm bước này.</source>
   <translation>{what}: the person prescribing, the person approving and the person giving must be three different people. Have someone else do this step.</translation>
  </message>
  <message>
   <source>{zone} là khu không dùng để ở, không đặt giường. Hãy chọn khu khác hoặc đổi loại khu.</source>
   <translation>{zone} is a zone not used for housing; no beds are put there. Choose another zone or change its type.</translation>
  </message>
  <message>
   <source>Ít hơn số người đang ở</source>
   <translation>Fewer than the people living there</translation>
  </message>
  <message>
   <source>Ô có nhiều số điện thoại: {value}. Đã lấy số đầu {read}.</source>
   <translation>The cell has several phone numbers: {value}. The first, {read}, was taken.</translation>
  </message>
  <message>
   <source>Ô ghi ngày {value}, có lẽ năm {year} đã bị bảng tính đổi thành ngày; đã đọc là năm {year}.</source>
   <translation>The cell says the date {value}; the spreadsheet has probably turned the year {year} into a date; read as the year {year}.</translation>
  </message>
  <message>
   <source>Ô ghi số {value}, đã hiểu là ngày {read} theo cách bảng tính đếm ngày.</source>
   <translation>The cell says the number {value}, taken as the date {read} the way spreadsheets count days.</translation>
  </message>
  <message>
   <source>Ô ghi số {value}, đã hiểu là ngày {read}. Hãy xem lại.</source>
   <translation>The cell says the number {value}, taken as the date {read}. Check it.</translation>
  </message>
  <message>
   <source>Ô ghi {value}, thiếu số 0 ở đầu; đã đọc là {read}. Hãy đối chiếu với giấy.</source>
   <translation>The cell says {value}, without its leading zeros; read as {read}. Compare it with the paper.</translation>
  </message>
  <message>
   <source>Ô giới tính trống; đã đọc là {sex} theo chữ số thứ tư của số căn cước.</source>
   <translation>The cell for sex is empty; read as {sex} from the fourth digit of the identity card number.</translation>
  </message>
  <message>
   <source>Ô này báo lỗi công thức {code}. Hãy ghi giá trị vào ô.</source>
   <translation>This cell shows the formula error {code}. Write the value into the cell.</translation>
  </message>
  <message>
   <source>Ô thời hạn trống; đã tính {months} tháng từ ngày vào và ngày hết hạn.</source>
   <translation>The cell for the term is empty; {months} months counted from the date of admission and the end date.</translation>
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
   <source>Điểm trên hình cơ thể thiếu mặt hoặc tọa độ. Hãy bấm lại vào hình.</source>
   <translation>The point on the body diagram lacks a side or coordinates. Click on the diagram again.</translation>
  </message>
  <message>
   <source>Đây không phải mã của một giấy do chương trình này in, hoặc mã bị thiếu. Hãy quét lại cả ô mã ở cuối trang đầu; nếu vẫn không đọc được, hãy nhập số của giấy để tra trong sổ.</source>
   <translation>This is not the code of a paper printed by this program, or part of the code is missing. Scan the whole code at the foot of the first page again; if it still cannot be read, type the number of the paper to look it up in the register.</translation>
  </message>
  <message>
   <source>Đã bỏ {days} ngày liên tục. {rule} Chưa cho liều; hãy báo bác sĩ ra y lệnh mới.</source>
   <translation>{days} days missed in a row. {rule} No dose is given yet; notify the doctor, who writes a new order.</translation>
  </message>
  <message>
   <source>Đã bỏ {days} ngày liên tục: từ 30 ngày thì chấm dứt điều trị thay thế (NĐ 141/2024/NĐ-CP Đ36.2). Không cho liều; hãy báo bác sĩ kết thúc chương trình, muốn dùng lại thì lập hồ sơ mới.</source>
   <translation>{days} days missed in a row: from 30 days on, substitution treatment is terminated (Decree 141/2024, Art. 36.2). No dose is given; notify the doctor to end the programme; to start again, make a new file.</translation>
  </message>
  <message>
   <source>Đã chọn cách tính thời gian {kind} thì cần ghi lý do.</source>
   <translation>You chose how {kind} counts, so a reason is needed.</translation>
  </message>
  <message>
   <source>Đã có</source>
   <translation>On file</translation>
  </message>
  <message>
   <source>Đã có hồ sơ “{kind}” đang mở của người này. Hãy mở hồ sơ đó ở thẻ Vắng mặt, hoặc thôi hồ sơ đó trước.</source>
   <translation>This person already has an open file “{kind}”. Open it on the tab Absences, or call it off first.</translation>
  </message>
  <message>
   <source>Đã có người đứng đầu trong thời gian này</source>
   <translation>There is already a head in this period</translation>
  </message>
  <message>
   <source>Đã có quyết định truy tìm số {number}. Muốn lập lại, hãy hủy văn bản cũ trước.</source>
   <translation>There is already search order no. {number}. To make it again, void the former document first.</translation>
  </message>
  <message>
   <source>Đã có tài khoản “{name}”. Hãy chọn tên khác, hoặc cấp lại mật khẩu cho tài khoản đó (lệnh user reset).</source>
   <translation>There is already an account “{name}”. Choose another name, or reset the password of that account (command user reset).</translation>
  </message>
  <message>
   <source>Đã có {file}; tệp cũ không bị ghi đè. Hãy đặt tên khác cho bảng tính kết quả.</source>
   <translation>{file} is already there; the former file is not overwritten. Give the result spreadsheet another name.</translation>
  </message>
  <message>
   <source>Đã dùng</source>
   <translation>Already used</translation>
  </message>
  <message>
   <source>Đã dừng theo yêu cầu, chưa nâng cấp gì. Bản sao lưu vừa làm được giữ lại: {backup}.</source>
   <translation>Stopped as asked; nothing has been upgraded. The backup just made is kept: {backup}.</translation>
  </message>
  <message>
   <source>Đã ghi người này rời cơ sở. Hãy mở hồ sơ đó ở thẻ Vắng mặt.</source>
   <translation>This person is already recorded as having left the facility. Open that file on the tab Absences.</translation>
  </message>
  <message>
   <source>Đã ghi thời gian quản lý được trừ {first}–{to}; mỗi ngày chỉ trừ một lần. Hãy sửa ngày của sự kiện đó trong bảng Sự kiện.</source>
   <translation>The temporary management {first}–{to} is already recorded as credited; each day is credited only once. Correct the dates of that event in the table Events.</translation>
  </message>
  <message>
   <source>Đã ghi {quantity}, nhưng thuốc này tính bằng {wanted}. Hãy ghi lại bằng {wanted}.</source>
   <translation>{quantity} was recorded, but this medicine is counted in {wanted}. Record it again in {wanted}.</translation>
  </message>
  <message>
   <source>Đã ghi {quantity}, nhưng ở đây tính bằng {wanted} ({rate}). {quantity} là {converted}. Hãy xem lại y lệnh rồi ghi lại bằng {wanted}.</source>
   <translation>{quantity} was recorded, but here it is counted in {wanted} ({rate}). {quantity} is {converted}. Check the doctor’s order, then record it again in {wanted}.</translation>
  </message>
  <message>
   <source>Đã gán cho {name}</source>
   <translation>Already assigned to {name}</translation>
  </message>
  <message>
   <source>Đã gán cho {name}. Hãy xem lại số hiệu hoặc tài khoản; mỗi người một số, một tài khoản.</source>
   <translation>Already assigned to {name}. Check the service number or the account; each person has one number and one account.</translation>
  </message>
  <message>
   <source>Đã hết hạn</source>
   <translation>Expired</translation>
  </message>
  <message>
   <source>Đã hết hạn từ {counted} mà danh sách không ghi đã ra; vẫn nhập là đang ở cơ sở.</source>
   <translation>The term ended on {counted}, but the list does not say the person was discharged; imported as still in the facility.</translation>
  </message>
  <message>
   <source>Đã lưu, đừng nhập lại; nhưng bước tiếp theo chưa xong: {reason}</source>
   <translation>Saved, do not enter it again; but a step after it did not finish: {reason}</translation>
  </message>
  <message>
   <source>Đã lập cơ sở, nhưng không ghi được câu trả lời ra nơi nhận ({reason}). Nếu chưa đọc được khóa khôi phục thì lập khóa mới: rekey --recovery --reason LÝ_DO.</source>
   <translation>The facility was made, but the answer could not be written where it was to go ({reason}). If you could not read the recovery key, make another: rekey --recovery --reason REASON.</translation>
  </message>
  <message>
   <source>Đã lập mật khẩu dùng một lần cho “{name}”, nhưng không ghi được ra nơi nhận ({reason}) nên không ai đọc được. Hãy cấp lại: user reset {name}.</source>
   <translation>A one-time password was made for “{name}”, but it could not be written where it was to go ({reason}), so nobody could read it. Make another: user reset {name}.</translation>
  </message>
  <message>
   <source>Đã đổi khóa khôi phục, nhưng không ghi được câu trả lời ra nơi nhận ({reason}). Nếu chưa đọc được khóa mới thì lập khóa khác: rekey --recovery --reason LÝ_DO.</source>
   <translation>The recovery key was changed, but the answer could not be written where it was to go ({reason}). If you could not read the new key, make another: rekey --recovery --reason REASON.</translation>
  </message>
  <message>
   <source>Đơn phải kèm giấy chứng tử, hoặc xác nhận của Trưởng Công an cấp xã nơi tổ chức tang lễ (Đ121.2a). Hãy yêu cầu gia đình bổ sung.</source>
   <translation>The application must come with the death certificate, or a confirmation by the chief of the commune police where the funeral is held (Art. 121.2a). Ask the family to add it.</translation>
  </message>
  <message>
   <source>Đường dùng không đúng. Hãy chọn trong danh sách.</source>
   <translation>The route of administration is not right. Choose from the list.</translation>
  </message>
  <message>
   <source>Đường dẫn {path} là một thư mục, không phải một tệp. Hãy nêu đúng tệp cần đọc.</source>
   <translation>The path {path} is a folder, not a file. Name the file to be read.</translation>
  </message>
  <message>
   <source>Đường dẫn {path} là một thư mục. Hãy nêu cả tên tệp PDF sẽ ghi.</source>
   <translation>The path {path} is a folder. Give the name of the PDF file to write as well.</translation>
  </message>
  <message>
   <source>Đường dẫn {path} là một tệp, không phải một thư mục. Hãy chọn đường dẫn khác.</source>
   <translation>The path {path} is a file, not a folder. Choose another path.</translation>
  </message>
  <message>
   <source>Đến ngày {last} thuốc này đã có dòng ghi ngoài sổ thuốc phải kiểm soát đặc biệt, không ghi lùi vào sổ được. Hãy phân loại từ ngày {first}, và ghi ngày hiệu lực của văn bản vào căn cứ.</source>
   <translation>Up to {last} this medicine has entries outside the specially controlled medicine register; they cannot be backdated into the register. Classify it from {first}, and write the effective date of the document in the legal basis.</translation>
  </message>
  <message>
   <source>Để trống: thời hạn đã hết ngày {ended_on}</source>
   <translation>Leave empty: the term ended on {ended_on}</translation>
  </message>
  <message>
   <source>Địa chỉ còn trống. Hãy chọn xã, phường, đặc khu, hoặc chép địa chỉ cũ như trên giấy.</source>
   <translation>The address is empty. Choose a commune, ward or special zone, or copy the former address as it stands on paper.</translation>
  </message>
  <message>
   <source>Đồ vật này đã có ảnh. Ảnh đã ghi thì giữ nguyên, không thay.</source>
   <translation>This item already has a photo. A recorded photo is kept and not replaced.</translation>
  </message>
  <message>
   <source>Đồ vệ sinh phụ nữ mỗi tháng không quá {most} một người ({article}). Hãy giảm số tiền ở các dòng đó.</source>
   <translation>Women’s sanitary supplies are at most {most} a month per person ({article}). Lower the amount in those rows.</translation>
  </message>
  <message>
   <source>Đổi khóa đã dừng vì bản mã hóa mới không giống tệp gốc, hoặc tệp gốc đang có người dùng; dữ liệu vẫn như cũ. Hãy đóng mọi cửa sổ của chương trình, chạy lệnh check, rồi làm lại.</source>
   <translation>The change of the data key stopped because the newly encrypted copy differs from the original file, or the original file is in use; the data is as before. Close every window of the program, run the command check, then try again.</translation>
  </message>
  <message>
   <source>Đứng trước ngày bắt đầu</source>
   <translation>Before the start date</translation>
  </message>
  <message>
   <source>Đứng trước ngày có hiệu lực</source>
   <translation>Before the effective date</translation>
  </message>
  <message>
   <source>Ảnh người không phải tài liệu đính kèm. Hãy thêm ảnh ở thẻ Ảnh &amp; nhận dạng.</source>
   <translation>A photo of the person is not an attachment. Add it on the tab Photos &amp; marks.</translation>
  </message>
  <message>
   <source>Ảnh phải là tệp JPEG hoặc PNG. Tệp PDF thì đính kèm ở mục tài liệu.</source>
   <translation>A photo must be a JPEG or PNG file. Attach PDF files under documents.</translation>
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
   <source>Ở {path} đã có một tệp không phải PDF nên không ghi đè. Hãy chọn tên khác hoặc dời tệp đó.</source>
   <translation>At {path} there is already a file that is not a PDF, so it is not overwritten. Choose another name or move that file.</translation>
  </message>
  <message>
   <source>“other”, “skip” hoặc {{"same": "mã hồ sơ"}}</source>
   <translation>“other”, “skip” or {{"same": "case file code"}}</translation>
  </message>
  <message>
   <source>“{exit}” do việc chuyển sang cai nghiện bắt buộc ghi, có lần cai nghiện tiếp theo; không sửa ở đây.</source>
   <translation>“{exit}” was recorded by the conversion to compulsory rehabilitation and a next stay follows it; it is not edited here.</translation>
  </message>
  <message>
   <source>“{exit}” không dùng cho diện {type} ({article}). Hãy chọn lý do khác.</source>
   <translation>“{exit}” is not used for {type} ({article}). Choose another reason.</translation>
  </message>
  <message>
   <source>“{exit}” không phải là ra cơ sở ({article}): người này sẽ ở cơ sở mà không có trong danh sách nào. Hãy dùng “Chuyển sang cai nghiện bắt buộc”.</source>
   <translation>“{exit}” is not a discharge from the facility ({article}): the person would be in the facility and on no list. Use “Convert to compulsory rehabilitation”.</translation>
  </message>
  <message>
   <source>“{field}” phải có cả giờ và ngày.</source>
   <translation>“{field}” must have both time and date.</translation>
  </message>
  <message>
   <source>“{field}” phải là bảng gồm các dòng.</source>
   <translation>“{field}” must be a table of rows.</translation>
  </message>
  <message>
   <source>“{field}” phải là chữ.</source>
   <translation>“{field}” must be text.</translation>
  </message>
  <message>
   <source>“{field}” phải là có hoặc không.</source>
   <translation>“{field}” must be yes or no.</translation>
  </message>
  <message>
   <source>“{field}” phải là danh sách các dòng chữ.</source>
   <translation>“{field}” must be a list of lines of text.</translation>
  </message>
  <message>
   <source>“{field}” phải là một lựa chọn trong danh sách.</source>
   <translation>“{field}” must be a choice from the list.</translation>
  </message>
  <message>
   <source>“{field}” phải là một ngày, dạng ngày/tháng/năm.</source>
   <translation>“{field}” must be a date, day/month/year.</translation>
  </message>
  <message>
   <source>“{field}” phải là một số.</source>
   <translation>“{field}” must be a number.</translation>
  </message>
  <message>
   <source>“{field}” phải là một trong: {choices}.</source>
   <translation>“{field}” must be one of: {choices}.</translation>
  </message>
  <message>
   <source>“{field}” phải là ngày/tháng/năm, tháng/năm hoặc năm sinh.</source>
   <translation>“{field}” must be day/month/year, month/year or a year of birth.</translation>
  </message>
  <message>
   <source>“{field}” phải là số nguyên.</source>
   <translation>“{field}” must be a whole number.</translation>
  </message>
  <message>
   <source>“{field}” phải là số tiền nguyên, tính bằng đồng.</source>
   <translation>“{field}” must be a whole amount, in dong.</translation>
  </message>
  <message>
   <source>“{file}” thực ra là {what}, không phải bảng tính .xlsx, .xls, .ods hay .csv; đổi đuôi tệp không đổi được nội dung. Hãy mở tệp bằng chương trình đã tạo ra nó và lưu thành .xlsx.</source>
   <translation>“{file}” is really {what}, not a spreadsheet .xlsx, .xls, .ods or .csv; changing the extension does not change the content. Open the file with the program that made it and save it as .xlsx.</translation>
  </message>
  <message>
   <source>“{file}” đang là {what}, không phải tệp thường, nên không ghi đè lên. Hãy đặt tên khác hoặc chọn thư mục khác.</source>
   <translation>“{file}” is {what}, not an ordinary file, so it is not overwritten. Give another name or choose another folder.</translation>
  </message>
  <message>
   <source>“{name}” là quản trị viên duy nhất còn hoạt động. Hãy thêm một quản trị viên khác trước.</source>
   <translation>“{name}” is the only active administrator left. Add another administrator first.</translation>
  </message>
  <message>
   <source>“{parameter}” tính theo chế độ luật của đợt cai nghiện. Hãy chọn luật 2021 hay luật 2025.</source>
   <translation>“{parameter}” depends on the legal regime of the stay. Choose the 2021 law or the 2025 law.</translation>
  </message>
  <message>
   <source>“{place}” thuộc loại “{kind}”, không giao ca. Hãy chọn một tủ thuốc trực.</source>
   <translation>“{place}” is of the type “{kind}”, which is not handed over between shifts. Choose a duty cabinet.</translation>
  </message>
  <message>
   <source>“{step}” không phải việc của hồ sơ “{kind}”. Hãy chọn việc khác.</source>
   <translation>“{step}” is not an action of the file “{kind}”. Choose another action.</translation>
  </message>
  <message>
   <source>“{text}” không nhận giá trị {value}. Hãy chọn một giá trị khác.</source>
   <translation>“{text}” does not take the value {value}. Choose another value.</translation>
  </message>
  <message>
   <source>“{value}” chưa đủ ngày, tháng, năm. Ví dụ: 31/12/2025.</source>
   <translation>“{value}” lacks day, month or year. Example: 31/12/2025.</translation>
  </message>
  <message>
   <source>“{value}” có chữ lẫn vào số; đã đọc là {read}. Hãy đối chiếu với giấy.</source>
   <translation>“{value}” has letters among its digits; read as {read}. Compare it with the paper.</translation>
  </message>
  <message>
   <source>“{value}” có chữ đã mất, hiện thành dấu hỏi. Hãy gõ lại.</source>
   <translation>“{value}” has lost letters, shown as question marks. Type it again.</translation>
  </message>
  <message>
   <source>“{value}” có ký tự không phải chữ số. Số này gồm {length} chữ số.</source>
   <translation>“{value}” has characters that are not digits. This number has {length} digits.</translation>
  </message>
  <message>
   <source>“{value}” có nhiều số 0 ở cuối, có thể bảng tính đã làm tròn. Hãy đối chiếu với giấy.</source>
   <translation>“{value}” ends in many zeros; the spreadsheet may have rounded it. Compare it with the paper.</translation>
  </message>
  <message>
   <source>“{value}” có thể hiểu theo nhiều cách. Ý là:</source>
   <translation>“{value}” can be read in several ways. Did you mean:</translation>
  </message>
  <message>
   <source>“{value}” có vẻ ghi bằng bảng mã cũ, đã đọc là “{read}”. Hãy xem lại.</source>
   <translation>“{value}” seems to be in an old encoding and was read as “{read}”. Check it.</translation>
  </message>
  <message>
   <source>“{value}” có {digits} chữ số, cần {lengths}. Hãy đọc lại số trên giấy.</source>
   <translation>“{value}” has {digits} digits; {lengths} are needed. Read the number on the paper again.</translation>
  </message>
  <message>
   <source>“{value}” có “{letter}”, họ tên chỉ gồm chữ. Có thể đã lệch cột.</source>
   <translation>“{value}” has “{letter}”; a full name has letters only. The columns may have shifted.</translation>
  </message>
  <message>
   <source>“{value}” không có trong danh mục {field}; để trống và chép vào ghi chú. Hãy chọn lại trong hồ sơ.</source>
   <translation>“{value}” is not in the code list {field}; left empty and copied into the note. Choose again in the case file.</translation>
  </message>
  <message>
   <source>“{value}” không phải giới tính. Hãy ghi Nam hoặc Nữ.</source>
   <translation>“{value}” is not a sex. Write Nam (male) or Nu (female).</translation>
  </message>
  <message>
   <source>“{value}” không phải một dãy chữ số. Hãy đọc lại số trên giấy.</source>
   <translation>“{value}” is not a row of digits. Read the number on the paper again.</translation>
  </message>
  <message>
   <source>“{value}” không phải ngày. Ví dụ: 31/12/2025.</source>
   <translation>“{value}” is not a date. Example: 31/12/2025.</translation>
  </message>
  <message>
   <source>“{value}” không phải số quyết định. Hãy ghi như in trên giấy, ví dụ 12/QĐ-TA.</source>
   <translation>“{value}” is not a decision number. Write it as printed on the paper, for example 12/QD-TA.</translation>
  </message>
  <message>
   <source>“{value}” không phải số tiền đồng. Hãy ghi số nguyên không dấu, nếu cần thì chấm giữa từng nhóm ba chữ số, ví dụ 2.024.000.</source>
   <translation>“{value}” is not an amount in dong. Write a whole number without a sign, if need be with a full stop between groups of three digits, for example 2.024.000.</translation>
  </message>
  <message>
   <source>“{value}” không phải số tiền đồng. Hãy ghi số nguyên, ví dụ 2.024.000, 500k hoặc 1,5tr.</source>
   <translation>“{value}” is not an amount in dong. Write a whole number, for example 2.024.000, 500k or 1,5tr.</translation>
  </message>
  <message>
   <source>“{value}” không phải số điện thoại. Ví dụ: 0912 345 678.</source>
   <translation>“{value}” is not a phone number. Example: 0912 345 678.</translation>
  </message>
  <message>
   <source>“{value}” không phải số. Ví dụ: 1.234,5.</source>
   <translation>“{value}” is not a number. Example: 1.234,5.</translation>
  </message>
  <message>
   <source>“{value}” không rõ là có hay không. Hãy ghi Có hoặc Không.</source>
   <translation>“{value}” is not clearly yes or no. Write Yes or No.</translation>
  </message>
  <message>
   <source>“{value}” không rõ là diện nào. Hãy ghi Bắt buộc hoặc Tự nguyện.</source>
   <translation>“{value}” is not clearly a type of stay. Write Bat buoc (compulsory) or Tu nguyen (voluntary).</translation>
  </message>
  <message>
   <source>“{value}” không rõ là lý do nào của luật; đã ghi “{taken}”. Hãy xem lại.</source>
   <translation>“{value}” is not clearly one of the reasons in the law; “{taken}” was recorded. Check it.</translation>
  </message>
  <message>
   <source>“{value}” không rõ là mấy tháng. Ví dụ: 24, 24 tháng hoặc 2 năm.</source>
   <translation>“{value}” does not clearly say how many months. Examples: 24, 24 thang (months) or 2 nam (years).</translation>
  </message>
  <message>
   <source>“{value}” không đúng dạng ngày/tháng/năm. Có phải ý là:</source>
   <translation>“{value}” is not a date as day/month/year. Did you mean:</translation>
  </message>
  <message>
   <source>“{value}” không đúng dạng ngày/tháng/năm. Ví dụ: 31/12/2025, 311225 hoặc h.</source>
   <translation>“{value}” is not a date as day/month/year. Examples: 31/12/2025, 311225, or h for today.</translation>
  </message>
  <message>
   <source>“{value}” là ngày chưa đến: hôm nay là {latest}. Hãy kiểm tra ngày, tháng, năm.</source>
   <translation>“{value}” is a day yet to come: today is {latest}. Check day, month and year.</translation>
  </message>
  <message>
   <source>“{value}” lớn hơn mức cao nhất {most}.</source>
   <translation>“{value}” is above the maximum of {most}.</translation>
  </message>
  <message>
   <source>“{value}” muộn quá: muộn nhất là {latest}. Hãy kiểm tra ngày, tháng, năm.</source>
   <translation>“{value}” is too late: the latest is {latest}. Check day, month and year.</translation>
  </message>
  <message>
   <source>“{value}” nhỏ hơn mức thấp nhất {least}.</source>
   <translation>“{value}” is below the minimum of {least}.</translation>
  </message>
  <message>
   <source>“{value}” sớm quá: sớm nhất là {earliest}. Hãy kiểm tra ngày, tháng, năm.</source>
   <translation>“{value}” is too early: the earliest is {earliest}. Check day, month and year.</translation>
  </message>
  <message>
   <source>“{value}”: bảng tính đã làm tròn số này, các chữ số cuối đã mất. Hãy ghi lại từ giấy, dạng văn bản.</source>
   <translation>“{value}”: the spreadsheet has rounded this number and its last digits are lost. Write it again from the paper, as text.</translation>
  </message>
  <message>
   <source>“{value}”: bảng tính đã làm tròn số này, các chữ số cuối đã mất. Hãy gõ lại từ giấy.</source>
   <translation>“{value}”: a spreadsheet has rounded this number and its last digits are lost. Type it again from the paper.</translation>
  </message>
  <message>
   <source>“{value}”: chỉ ghi đến {decimals} chữ số sau dấu phẩy.</source>
   <translation>“{value}”: at most {decimals} digits after the decimal comma.</translation>
  </message>
  <message>
   <source>“{value}”: không có ngày này trong lịch. Hãy kiểm tra ngày và tháng.</source>
   <translation>“{value}”: there is no such date in the calendar. Check the day and the month.</translation>
  </message>
  <message>
   <source>“{value}”: không tách được tên cha và tên mẹ. Ví dụ: Nguyễn Văn Bình, Trần Thị Cúc.</source>
   <translation>“{value}”: the names of the father and the mother could not be told apart. Example: Nguyen Van Binh, Tran Thi Cuc.</translation>
  </message>
  <message>
   <source>“{value}”: năm phải từ 1900 đến 2199, đủ bốn chữ số.</source>
   <translation>“{value}”: the year must be from 1900 to 2199, in four digits.</translation>
  </message>
  <message>
   <source>“{value}”: năm {year} nằm ngoài khoảng {first}–{last}. Hãy ghi đủ bốn chữ số.</source>
   <translation>“{value}”: the year {year} is outside {first}–{last}. Write all four digits.</translation>
  </message>
  <message>
   <source>“{value}”: tiền ghi đến đồng, không có phần lẻ. Ví dụ: 2.024.000.</source>
   <translation>“{value}”: amounts are in whole dong, without decimals. Example: 2.024.000.</translation>
  </message>
  <message>
   <source>“{value}”: đã hiểu là {level}.</source>
   <translation>“{value}”: read as {level}.</translation>
  </message>
  <message>
   <source>“{value}”: ở đây chỉ ghi số nguyên.</source>
   <translation>“{value}”: only a whole number goes here.</translation>
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
   <translation>The device secret is kept in a file of the operating system account, which is weaker than the keyring of the operating system. If the computer has a keyring, turn it on, then change your own password (command user password) and reset the passwords of the others (command user reset).</translation>
  </message>
  <message>
   <source>Lần đổi khóa dữ liệu trước chưa xong; dữ liệu vẫn mở được. Hãy đổi khóa lần nữa (lệnh rekey).</source>
   <translation>The last change of the data key did not finish; the data still opens. Change the key once more (command rekey).</translation>
  </message>
  <message>
   <source>Mốc đối chiếu chậm {count} dòng so với tệp; lần lưu tới sẽ theo kịp. Sau khi mất điện thì bình thường; nếu không, hãy xem các dòng cuối của nhật ký (lệnh audit list) có đúng việc đã làm không.</source>
   <translation>The anchor lags {count} entries behind the file; the next save catches up. After a power cut that is usual; if there was none, see whether the last entries of the audit trail (audit list) are what was done.</translation>
  </message>
  <message>
   <source>Mốc đối chiếu của tài khoản hệ điều hành này đã mất, dù nhật ký ghi là đã lập. Hãy kiểm tra nhật ký (lệnh audit verify) và báo người phụ trách an toàn thông tin; khi đã xét xong, quản trị viên lập mốc mới bằng lệnh audit accept --reason LÝ_DO.</source>
   <translation>The anchor of this operating system account is gone, although the audit trail says that one was set. Verify the audit trail (command audit verify) and report to the information security officer; once the officer has judged it, an administrator sets a new anchor with audit accept --reason REASON.</translation>
  </message>
  <message>
   <source>Mốc đối chiếu trên máy này bị hỏng hoặc bị sửa. Hãy kiểm tra nhật ký (lệnh audit verify) và báo người phụ trách an toàn thông tin; khi đã xét xong, quản trị viên lập mốc mới bằng lệnh audit accept --reason LÝ_DO.</source>
   <translation>The anchor on this computer is damaged or has been altered. Verify the audit trail (command audit verify) and report to the information security officer; once the officer has judged it, an administrator sets a new anchor with audit accept --reason REASON.</translation>
  </message>
  <message>
   <source>Nhật ký bị sửa ngoài chương trình: dòng đầu tiên không khớp là dòng {entry}. Hãy giữ nguyên tệp và báo người phụ trách an toàn thông tin; người đó quyết định khôi phục từ bản sao lưu (lệnh restore) hay chấp nhận tệp này (lệnh audit accept --reason LÝ_DO).</source>
   <translation>The audit trail has been altered outside the program: the first entry that does not match is entry {entry}. Leave the file as it is and report to the information security officer; the officer decides whether to restore from a backup (command restore) or to accept this file (audit accept --reason REASON).</translation>
  </message>
  <message>
   <source>Nhật ký không khớp mốc đối chiếu ở dòng {entry}: đây không phải tệp mà máy này đã ghi. Hãy ngừng gửi dữ liệu và báo người phụ trách an toàn thông tin; nếu xét xong mà vẫn dùng tệp này, quản trị viên chạy lệnh audit accept --reason LÝ_DO.</source>
   <translation>The audit trail does not match the anchor at entry {entry}: this is not the file this computer has written. Stop sending data and report to the information security officer; if it is then decided to go on with this file, an administrator runs audit accept --reason REASON.</translation>
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
   <translation>This operating system account has no anchor for the data file yet. On a new computer this is normal; if it is not a new computer, report to an administrator.</translation>
  </message>
  <message>
   <source>Tệp dữ liệu bị hỏng ở {count} chỗ. Hãy giữ nguyên tệp, đừng ghi tiếp, và khôi phục từ bản sao lưu gần nhất (lệnh restore).</source>
   <translation>The data file is damaged in {count} places. Leave it as it is, write nothing more, and restore the latest backup (command restore).</translation>
  </message>
  <message>
   <source>Tệp dữ liệu cũ hơn mốc đối chiếu trên máy này hoặc thuộc đời dữ liệu khác (mốc: {known} dòng nhật ký, tệp: {now} dòng). Có thể tệp đã bị thay bằng bản khác. Hãy ngừng gửi dữ liệu và báo người phụ trách an toàn thông tin; nếu xét xong mà vẫn dùng tệp này, quản trị viên chạy lệnh audit accept --reason LÝ_DO.</source>
   <translation>The data file is older than the anchor on this computer or belongs to another data epoch (anchor: {known} entries of the audit trail, file: {now}). The file may have been replaced by another copy. Stop sending data and report to the information security officer; if it is then decided to go on with this file, an administrator runs audit accept --reason REASON.</translation>
  </message>
  <message>
   <source>Tệp khóa cũ hơn tệp máy này đã dùng: mật khẩu đã đổi hoặc đã khóa có thể lại mở được. Hãy báo người phụ trách an toàn thông tin; nếu xét xong mà vẫn dùng tệp này, quản trị viên chạy lệnh audit accept --reason LÝ_DO.</source>
   <translation>The key file is older than the one this computer has used: passwords changed or disabled since may open it again. Report to the information security officer; if the file is to be used after all, an administrator runs audit accept --reason REASON.</translation>
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
   <translation>The clock of the computer says {today}, which cannot be right. Set the date and time of the computer.</translation>
  </message>
  <message>
   <source>Đồng hồ máy chỉ {today}, trước cả ngày phát hành chương trình. Pin đồng hồ của máy có thể đã hết. Hãy chỉnh ngày giờ của máy.</source>
   <translation>The clock of the computer says {today}, before this program was even released. The battery of its clock may be empty. Set the date and time of the computer.</translation>
  </message>
  <message>
   <source>Đồng hồ máy chỉ {today}, trước lần ghi cuối trong dữ liệu ({last}). Hãy chỉnh ngày giờ của máy; thứ tự ghi vẫn được giữ theo số thứ tự.</source>
   <translation>The clock of the computer says {today}, before the last entry in the data ({last}). Set the date and time of the computer; the order of entries is still kept by their numbers.</translation>
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
  <name>housing</name>
  <message>
   <source>Ai ở đâu vào ngày</source>
   <translation>Who was where on</translation>
  </message>
  <message>
   <source>Biên bản tự lập: quân số, việc xếp giường trong ca, chênh lệch chưa giải thích.</source>
   <translation>Own minutes: roll, bed assignments in the shift, unexplained differences.</translation>
  </message>
  <message>
   <source>Buổi điểm danh đã kết thúc. Muốn đếm lại, hãy bắt đầu buổi mới.</source>
   <translation>The roll call has ended. To count again, begin a new one.</translation>
  </message>
  <message>
   <source>Bấm “Lưu điểm danh” trước khi kết thúc.</source>
   <translation>Press “Save roll call” before ending.</translation>
  </message>
  <message>
   <source>Ca bắt đầu ngày</source>
   <translation>Shift began on</translation>
  </message>
  <message>
   <source>Cho {name} trả giường {bed}</source>
   <translation>Release bed {bed} of {name}</translation>
  </message>
  <message>
   <source>Chênh lệch chưa giải thích</source>
   <translation>Unexplained differences</translation>
  </message>
  <message>
   <source>Chưa có khu nào. Hãy thêm khu đầu tiên.</source>
   <translation>There are no zones yet. Add the first one.</translation>
  </message>
  <message>
   <source>Chưa có tổ nào.</source>
   <translation>There are no teams yet.</translation>
  </message>
  <message>
   <source>Chưa xếp được vào giường {bed}</source>
   <translation>Not assigned to bed {bed}</translation>
  </message>
  <message>
   <source>Chưa điểm danh</source>
   <translation>Not called</translation>
  </message>
  <message>
   <source>Chưa điểm danh buổi nào. Bấm “Bắt đầu điểm danh”.</source>
   <translation>No roll calls yet. Press “Begin roll call”.</translation>
  </message>
  <message>
   <source>Chưa đổi được</source>
   <translation>Not changed</translation>
  </message>
  <message>
   <source>Chưa ở giường nào.</source>
   <translation>In no bed yet.</translation>
  </message>
  <message>
   <source>Chưa ở tổ nào.</source>
   <translation>In no team yet.</translation>
  </message>
  <message>
   <source>Chỉ cho phòng cách ly: cùng ký hiệu thì được ở chung</source>
   <translation>Only for isolation rooms: those with the same symbol may share</translation>
  </message>
  <message>
   <source>Chỉ cho phòng riêng theo giới tính thực tế</source>
   <translation>Only for separate rooms by actual sex</translation>
  </message>
  <message>
   <source>Chọn khu, rồi nhà, rồi phòng · Tab sang bảng kế</source>
   <translation>Choose zone, then building, then room · Tab next table</translation>
  </message>
  <message>
   <source>Chọn một giường trên sơ đồ để xem ai đang ở.</source>
   <translation>Choose a bed on the plan to see who is in it.</translation>
  </message>
  <message>
   <source>Chỗ này đang mở.</source>
   <translation>This place is open.</translation>
  </message>
  <message>
   <source>Chỗ này đang đóng.</source>
   <translation>This place is closed.</translation>
  </message>
  <message>
   <source>Chỗ ở tại cơ sở</source>
   <translation>Accommodation in the facility</translation>
  </message>
  <message>
   <source>Các buổi điểm danh</source>
   <translation>Roll calls</translation>
  </message>
  <message>
   <source>Các phòng cho người này, tốt nhất trước</source>
   <translation>Rooms for this person, best first</translation>
  </message>
  <message>
   <source>Các tổ</source>
   <translation>Teams</translation>
  </message>
  <message>
   <source>Cán bộ phụ trách</source>
   <translation>Officer in charge</translation>
  </message>
  <message>
   <source>Còn giường {bed}; giường tự trả khi ghi cho ra.</source>
   <translation>Bed {bed} is still taken; it is released when the discharge is recorded.</translation>
  </message>
  <message>
   <source>Còn {count} người chưa điểm danh</source>
   <translation>Not called yet: {count}</translation>
  </message>
  <message>
   <source>Có mặt</source>
   <translation>Present</translation>
  </message>
  <message>
   <source>Có quy tắc không được vượt. Hãy chọn giường khác.</source>
   <translation>A rule that may not be overridden applies. Choose another bed.</translation>
  </message>
  <message>
   <source>Có thể phiếu được mở từ danh sách cũ.</source>
   <translation>The sheet may have been opened from an old list.</translation>
  </message>
  <message>
   <source>Công dụng</source>
   <translation>Purpose</translation>
  </message>
  <message>
   <source>Cơ sở chưa có giường nào trong sơ đồ.</source>
   <translation>The facility has no beds in the plan yet.</translation>
  </message>
  <message>
   <source>Danh sách lấy theo giường và theo sổ lúc bắt đầu; người đang vắng theo sổ được ghi sẵn lý do.</source>
   <translation>The list is taken from the beds and the register at the start; those absent by the register have the reason filled in.</translation>
  </message>
  <message>
   <source>Diện tích</source>
   <translation>Area</translation>
  </message>
  <message>
   <source>Diện tích (m²)</source>
   <translation>Area (m²)</translation>
  </message>
  <message>
   <source>Dành cho</source>
   <translation>For</translation>
  </message>
  <message>
   <source>Enter hoặc M: xếp, chuyển người này · gõ tên hoặc mã để tìm người</source>
   <translation>Enter or M: assign, move this person · type a name or code to find someone</translation>
  </message>
  <message>
   <source>Enter mở phiếu · Ctrl+N bắt đầu điểm danh</source>
   <translation>Enter open sheet · Ctrl+N begin roll call</translation>
  </message>
  <message>
   <source>Enter xếp vào dòng đang chọn · mũi tên đi trên sơ đồ · Esc bỏ xuống</source>
   <translation>Enter assign to selected row · arrows move on the plan · Esc put down</translation>
  </message>
  <message>
   <source>Enter: xem xếp được vào đâu · Esc về sơ đồ</source>
   <translation>Enter: see possible beds · Esc to plan</translation>
  </message>
  <message>
   <source>Giường</source>
   <translation>Bed</translation>
  </message>
  <message>
   <source>Giường hiện tại chưa đúng yêu cầu này; người xếp giường đã có việc phải làm.</source>
   <translation>The current bed does not meet this need yet; whoever assigns beds has been given the task.</translation>
  </message>
  <message>
   <source>Giường {bed}: {state}</source>
   <translation>Bed {bed}: {state}</translation>
  </message>
  <message>
   <source>Giường đang đứng không có ai.</source>
   <translation>There is nobody in the current bed.</translation>
  </message>
  <message>
   <source>Giường đã ở</source>
   <translation>Beds used</translation>
  </message>
  <message>
   <source>Giải thích chênh lệch: {name} · {code}</source>
   <translation>Explain difference: {name} · {code}</translation>
  </message>
  <message>
   <source>Giới tính thực tế trên cơ thể</source>
   <translation>Actual sex of the body</translation>
  </message>
  <message>
   <source>Giờ bắt đầu ca</source>
   <translation>Shift start time</translation>
  </message>
  <message>
   <source>Khi điểm danh</source>
   <translation>At roll call</translation>
  </message>
  <message>
   <source>Khu</source>
   <translation>Zone</translation>
  </message>
  <message>
   <source>Khu này chưa có nhà nào.</source>
   <translation>This zone has no buildings yet.</translation>
  </message>
  <message>
   <source>Khu, phân khu</source>
   <translation>Zone or subzone</translation>
  </message>
  <message>
   <source>Khu, phòng, giường</source>
   <translation>Zone, room, bed</translation>
  </message>
  <message>
   <source>Không có ai khớp.</source>
   <translation>Nobody matches.</translation>
  </message>
  <message>
   <source>Không có chênh lệch nào chờ giải thích.</source>
   <translation>No differences are waiting for an explanation.</translation>
  </message>
  <message>
   <source>Không có phiếu điểm danh này.</source>
   <translation>There is no such roll call sheet.</translation>
  </message>
  <message>
   <source>Không có yêu cầu nào về chỗ ở.</source>
   <translation>No accommodation needs.</translation>
  </message>
  <message>
   <source>Ký hiệu</source>
   <translation>Symbol</translation>
  </message>
  <message>
   <source>Ký hiệu nhóm</source>
   <translation>Group symbol</translation>
  </message>
  <message>
   <source>Loại</source>
   <translation>Type</translation>
  </message>
  <message>
   <source>Là</source>
   <translation>Details</translation>
  </message>
  <message>
   <source>Lúc</source>
   <translation>When</translation>
  </message>
  <message>
   <source>Lý do đóng</source>
   <translation>Why closed</translation>
  </message>
  <message>
   <source>Lưu ý: {finding}</source>
   <translation>Note: {finding}</translation>
  </message>
  <message>
   <source>Lập khu, nhà, phòng trước; giường tự có theo số giường của phòng.</source>
   <translation>Create zones, buildings and rooms first; beds follow from the number of beds of the room.</translation>
  </message>
  <message>
   <source>Mọi người có mặt đều có giường.</source>
   <translation>Everyone present has a bed.</translation>
  </message>
  <message>
   <source>Mở lại {place}</source>
   <translation>Reopen {place}</translation>
  </message>
  <message>
   <source>Mở lại {place}. Lý do: {reason}</source>
   <translation>Reopen {place}. Reason: {reason}</translation>
  </message>
  <message>
   <source>Ngày xem sơ đồ</source>
   <translation>Date of plan</translation>
  </message>
  <message>
   <source>Người cai nghiện</source>
   <translation>Resident</translation>
  </message>
  <message>
   <source>Người này vào danh sách chưa có giường cho đến khi được xếp giường khác. Lịch sử vẫn còn.</source>
   <translation>This person goes to the list of those without a bed until assigned another bed. The history is kept.</translation>
  </message>
  <message>
   <source>Người thứ hai xác nhận</source>
   <translation>Countersigned by</translation>
  </message>
  <message>
   <source>Người trong tổ</source>
   <translation>People in team</translation>
  </message>
  <message>
   <source>Người ở</source>
   <translation>Occupant</translation>
  </message>
  <message>
   <source>Nhà</source>
   <translation>Building</translation>
  </message>
  <message>
   <source>Nhà này chưa có phòng nào.</source>
   <translation>This building has no rooms yet.</translation>
  </message>
  <message>
   <source>Nhà, dãy</source>
   <translation>Building or block</translation>
  </message>
  <message>
   <source>Những người còn lại đều có mặt, hay điểm danh tiếp?</source>
   <translation>Are all the others present, or go on with the roll call?</translation>
  </message>
  <message>
   <source>Phiếu điểm danh</source>
   <translation>Roll call sheet</translation>
  </message>
  <message>
   <source>Phân khu</source>
   <translation>Subzone</translation>
  </message>
  <message>
   <source>Phòng</source>
   <translation>Room</translation>
  </message>
  <message>
   <source>Phòng này chưa có giường.</source>
   <translation>This room has no beds yet.</translation>
  </message>
  <message>
   <source>Phạm vi</source>
   <translation>Scope</translation>
  </message>
  <message>
   <source>Sơ đồ giường</source>
   <translation>Bed plan</translation>
  </message>
  <message>
   <source>Sơ đồ lúc {at}: chỉ để xem</source>
   <translation>Plan at {at}: view only</translation>
  </message>
  <message>
   <source>Số giường</source>
   <translation>Beds</translation>
  </message>
  <message>
   <source>Số người</source>
   <translation>People</translation>
  </message>
  <message>
   <source>Sức chứa</source>
   <translation>Capacity</translation>
  </message>
  <message>
   <source>Theo sổ</source>
   <translation>By register</translation>
  </message>
  <message>
   <source>Theo sổ: {expected}. Khi điểm danh: {mark}. Ghi người này thực tế ở đâu, vì sao.</source>
   <translation>By register: {expected}. At roll call: {mark}. State where this person really is, and why.</translation>
  </message>
  <message>
   <source>Thuộc khu</source>
   <translation>In zone</translation>
  </message>
  <message>
   <source>Thứ tự trên sơ đồ</source>
   <translation>Order on the plan</translation>
  </message>
  <message>
   <source>Trái quy tắc</source>
   <translation>Against rules</translation>
  </message>
  <message>
   <source>Tên</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Tên tổ</source>
   <translation>Team name</translation>
  </message>
  <message>
   <source>Tên, mã hoặc số cuối giấy tờ, không cần dấu</source>
   <translation>Name, code or last digits of ID document, accents not needed</translation>
  </message>
  <message>
   <source>Tìm người: tên, mã, không cần dấu</source>
   <translation>Find a person: name, code, accents not needed</translation>
  </message>
  <message>
   <source>Tình trạng</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Tạm đóng {place}</source>
   <translation>Close {place} for now</translation>
  </message>
  <message>
   <source>Tạm đóng {place}. Lý do: {reason}</source>
   <translation>Close {place} temporarily. Reason: {reason}</translation>
  </message>
  <message>
   <source>Tổ</source>
   <translation>Team</translation>
  </message>
  <message>
   <source>Tổ này chưa có ai.</source>
   <translation>This team has nobody yet.</translation>
  </message>
  <message>
   <source>Tổ quản lý</source>
   <translation>Management teams</translation>
  </message>
  <message>
   <source>Tổng</source>
   <translation>Total</translation>
  </message>
  <message>
   <source>Tổng quân số</source>
   <translation>Total roll</translation>
  </message>
  <message>
   <source>Tổng {total} = có mặt {present} + vắng {away}</source>
   <translation>Total {total} = present {present} + absent {away}</translation>
  </message>
  <message>
   <source>Tổng {total} = có mặt {present} + vắng {away} + chưa điểm danh {unseen}</source>
   <translation>Total {total} = present {present} + absent {away} + not called {unseen}</translation>
  </message>
  <message>
   <source>Từ</source>
   <translation>From</translation>
  </message>
  <message>
   <source>Vẫn xếp được khi có lý do và người thứ hai có quyền xác nhận; cả hai được ghi vào nhật ký.</source>
   <translation>It can still be assigned with a reason and a second person with the permission to countersign; both are recorded in the audit trail.</translation>
  </message>
  <message>
   <source>Vắng</source>
   <translation>Absent</translation>
  </message>
  <message>
   <source>Xếp giường: {name} · {code}</source>
   <translation>Assign bed: {name} · {code}</translation>
  </message>
  <message>
   <source>Xếp trái quy tắc</source>
   <translation>Assign against rules</translation>
  </message>
  <message>
   <source>Xếp {name} vào giường {bed} trái quy tắc: {rules} Lý do: {reason}</source>
   <translation>Assign {name} to bed {bed} against the rules: {rules} Reason: {reason}</translation>
  </message>
  <message>
   <source>Yêu cầu</source>
   <translation>Need</translation>
  </message>
  <message>
   <source>Yêu cầu chỗ ở</source>
   <translation>Accommodation needs</translation>
  </message>
  <message>
   <source>Yêu cầu này đã kết thúc.</source>
   <translation>This need has ended.</translation>
  </message>
  <message>
   <source>Yêu cầu về chỗ ở</source>
   <translation>Accommodation need</translation>
  </message>
  <message>
   <source>buổi điểm danh đã kết thúc</source>
   <translation>roll call ended</translation>
  </message>
  <message>
   <source>bàn giao ca</source>
   <translation>shift handover</translation>
  </message>
  <message>
   <source>chuyển giường khác</source>
   <translation>change to another bed</translation>
  </message>
  <message>
   <source>chênh lệch điểm danh chưa giải thích</source>
   <translation>unexplained roll call differences</translation>
  </message>
  <message>
   <source>chưa có giường</source>
   <translation>no bed yet</translation>
  </message>
  <message>
   <source>chỗ ở</source>
   <translation>accommodation</translation>
  </message>
  <message>
   <source>cán bộ phụ trách</source>
   <translation>officer in charge</translation>
  </message>
  <message>
   <source>có mặt, chưa có giường</source>
   <translation>present, no bed yet</translation>
  </message>
  <message>
   <source>có người</source>
   <translation>taken</translation>
  </message>
  <message>
   <source>cùng nhà với giường hiện tại</source>
   <translation>same building as current bed</translation>
  </message>
  <message>
   <source>cùng phòng với người cùng diện</source>
   <translation>room shared with same type</translation>
  </message>
  <message>
   <source>cả phòng đóng</source>
   <translation>whole room closed</translation>
  </message>
  <message>
   <source>cần người thứ hai</source>
   <translation>needs a second person</translation>
  </message>
  <message>
   <source>cần người thứ hai: {why}</source>
   <translation>needs a second person: {why}</translation>
  </message>
  <message>
   <source>giường</source>
   <translation>bed</translation>
  </message>
  <message>
   <source>giường trống</source>
   <translation>free beds</translation>
  </message>
  <message>
   <source>giữ chỗ</source>
   <translation>held</translation>
  </message>
  <message>
   <source>hai người đã quyết định: {rules}</source>
   <translation>decided by two people: {rules}</translation>
  </message>
  <message>
   <source>hết sức chứa</source>
   <translation>capacity full</translation>
  </message>
  <message>
   <source>không vướng quy tắc nào</source>
   <translation>no rule in the way</translation>
  </message>
  <message>
   <source>không xếp được</source>
   <translation>not assignable</translation>
  </message>
  <message>
   <source>không xếp: {why}</source>
   <translation>not assigned: {why}</translation>
  </message>
  <message>
   <source>nay</source>
   <translation>now</translation>
  </message>
  <message>
   <source>phòng</source>
   <translation>room</translation>
  </message>
  <message>
   <source>phòng chưa có ai</source>
   <translation>room with nobody yet</translation>
  </message>
  <message>
   <source>phòng còn rộng</source>
   <translation>room with space</translation>
  </message>
  <message>
   <source>phòng đúng yêu cầu y tế</source>
   <translation>room fits medical request</translation>
  </message>
  <message>
   <source>quy ước chỗ ở</source>
   <translation>accommodation conventions</translation>
  </message>
  <message>
   <source>quân số</source>
   <translation>roll</translation>
  </message>
  <message>
   <source>sức chứa</source>
   <translation>capacity</translation>
  </message>
  <message>
   <source>trống</source>
   <translation>free</translation>
  </message>
  <message>
   <source>tạm đóng</source>
   <translation>temporarily closed</translation>
  </message>
  <message>
   <source>tạm đóng: {reason}</source>
   <translation>temporarily closed: {reason}</translation>
  </message>
  <message>
   <source>và {count} giường nữa trong phòng</source>
   <translation>and {count} more beds in the room</translation>
  </message>
  <message>
   <source>vắng: {reasons}</source>
   <translation>absent: {reasons}</translation>
  </message>
  <message>
   <source>xong, khớp</source>
   <translation>done, matches</translation>
  </message>
  <message>
   <source>xếp được</source>
   <translation>assignable</translation>
  </message>
  <message>
   <source>{age} tuổi</source>
   <translation>age {age}</translation>
  </message>
  <message>
   <source>{area} m²</source>
   <translation>{area} m²</translation>
  </message>
  <message>
   <source>{beds} giường · {taken} có người · {free} trống</source>
   <translation>{beds} beds · {taken} taken · {free} free</translation>
  </message>
  <message>
   <source>{beds} giường · {taken} có người · {free} trống · {bedless} người chưa có giường</source>
   <translation>{beds} beds · {taken} taken · {free} free · {bedless} people without a bed</translation>
  </message>
  <message>
   <source>{bed}: xếp được</source>
   <translation>{bed}: assignable</translation>
  </message>
  <message>
   <source>{bed}: {why}</source>
   <translation>{bed}: {why}</translation>
  </message>
  <message>
   <source>{count} chênh lệch</source>
   <translation>differences: {count}</translation>
  </message>
  <message>
   <source>{count} chênh lệch chờ giải thích</source>
   <translation>differences to explain: {count}</translation>
  </message>
  <message>
   <source>{count} chênh lệch còn mở cho đến khi được giải thích.</source>
   <translation>Differences that stay open until explained: {count}.</translation>
  </message>
  <message>
   <source>{count} giường đóng</source>
   <translation>beds closed: {count}</translation>
  </message>
  <message>
   <source>{count} người có mặt, chưa có giường</source>
   <translation>present, no bed yet: {count}</translation>
  </message>
  <message>
   <source>{count} phòng đã đủ người</source>
   <translation>rooms full: {count}</translation>
  </message>
  <message>
   <source>{name} chưa có giường. Hãy chọn giường trong danh sách bên phải.</source>
   <translation>{name} has no bed yet. Choose a bed in the list on the right.</translation>
  </message>
  <message>
   <source>{name} không có giường vào lúc này.</source>
   <translation>{name} has no bed at this time.</translation>
  </message>
  <message>
   <source>{name} · {code} không ở tổ nào cho đến khi được xếp vào tổ khác.</source>
   <translation>{name} · {code} is in no team until put in another one.</translation>
  </message>
  <message>
   <source>{name} · {code}: {start} – {end}</source>
   <translation>{name} · {code}: {start} – {end}</translation>
  </message>
  <message>
   <source>{name} đã trả giường.</source>
   <translation>The bed of {name} is released.</translation>
  </message>
  <message>
   <source>{name}: chỉ bỏ được khi không còn ai trong tổ; lịch sử vẫn còn.</source>
   <translation>{name}: can be removed only when nobody is in the team; the history is kept.</translation>
  </message>
  <message>
   <source>{name}: chỉ bỏ được khi không còn gì và không còn ai ở trong; lịch sử vẫn còn.</source>
   <translation>{name}: can be removed only when nothing and nobody is inside; the history is kept.</translation>
  </message>
  <message>
   <source>{need}, nhóm {cohort}</source>
   <translation>{need}, group {cohort}</translation>
  </message>
  <message>
   <source>{need}. Bảng giường hết nhắc về yêu cầu này.</source>
   <translation>{need}. The bed board stops reminding of this need.</translation>
  </message>
  <message>
   <source>{need}: {sex}</source>
   <translation>{need}: {sex}</translation>
  </message>
  <message>
   <source>{place} không được có ai ở. Cần người thứ hai xác nhận.</source>
   <translation>Nobody may live in {place}. A second person must countersign.</translation>
  </message>
  <message>
   <source>{room}: đang {working}/{certified}. Cần lý do và người thứ hai xác nhận.</source>
   <translation>{room}: now {working}/{certified}. A reason and a second person to countersign are needed.</translation>
  </message>
  <message>
   <source>{room}: được duyệt {certified}, đang dùng {working}. Lý do: {reason}</source>
   <translation>{room}: approved {certified}, working {working}. Reason: {reason}</translation>
  </message>
  <message>
   <source>{sex}</source>
   <translation>{sex}</translation>
  </message>
  <message>
   <source>{time} ngày {day}</source>
   <translation>{time} on {day}</translation>
  </message>
  <message>
   <source>{working} đang dùng / {certified} được duyệt</source>
   <translation>{working} in use / {certified} approved</translation>
  </message>
  <message>
   <source>Đang dùng</source>
   <translation>In use</translation>
  </message>
  <message>
   <source>Đang xem sơ đồ ngày đã qua. Bấm “Hôm nay” rồi xếp.</source>
   <translation>The plan shown is of a past day. Press “Today”, then assign.</translation>
  </message>
  <message>
   <source>Đang ở đâu, vì sao</source>
   <translation>Where now, and why</translation>
  </message>
  <message>
   <source>Điểm danh</source>
   <translation>Call roll</translation>
  </message>
  <message>
   <source>Đã bỏ tổ; lịch sử vẫn còn.</source>
   <translation>Team removed; the history is kept.</translation>
  </message>
  <message>
   <source>Đã bỏ; lịch sử vẫn còn.</source>
   <translation>Removed; the history is kept.</translation>
  </message>
  <message>
   <source>Đã cho ra khỏi tổ.</source>
   <translation>Removed from the team.</translation>
  </message>
  <message>
   <source>Đã ghi giải thích.</source>
   <translation>Explanation recorded.</translation>
  </message>
  <message>
   <source>Đã ghi sức chứa mới, hai người quyết định.</source>
   <translation>New capacity recorded, decided by two people.</translation>
  </message>
  <message>
   <source>Đã ghi yêu cầu về chỗ ở.</source>
   <translation>Accommodation need recorded.</translation>
  </message>
  <message>
   <source>Đã kết thúc yêu cầu.</source>
   <translation>Need ended.</translation>
  </message>
  <message>
   <source>Đã kết thúc: tổng {total} = có mặt {present} + vắng {away}.</source>
   <translation>Ended: total {total} = present {present} + absent {away}.</translation>
  </message>
  <message>
   <source>Đã lưu điểm danh. {count} chênh lệch chờ giải thích.</source>
   <translation>Roll call saved. Differences to explain: {count}.</translation>
  </message>
  <message>
   <source>Đã mở lại {place}.</source>
   <translation>{place} reopened.</translation>
  </message>
  <message>
   <source>Đã tạm đóng {place}.</source>
   <translation>{place} temporarily closed.</translation>
  </message>
  <message>
   <source>Đã xếp vào tổ.</source>
   <translation>Put in the team.</translation>
  </message>
  <message>
   <source>Đã xếp {name} vào giường {bed}.</source>
   <translation>{name} has been assigned to bed {bed}.</translation>
  </message>
  <message>
   <source>Đã đặt quy ước.</source>
   <translation>Conventions set.</translation>
  </message>
  <message>
   <source>Đã đổi giường: {first} – {bed}, {second} – {other}.</source>
   <translation>Beds swapped: {first} – {bed}, {second} – {other}.</translation>
  </message>
  <message>
   <source>Đã ở giường này</source>
   <translation>Already in this bed</translation>
  </message>
  <message>
   <source>Được duyệt</source>
   <translation>Approved</translation>
  </message>
  <message>
   <source>Đến</source>
   <translation>To</translation>
  </message>
  <message>
   <source>Đến hết ngày</source>
   <translation>To the end of</translation>
  </message>
  <message>
   <source>Để trống khi chưa biết đến bao giờ</source>
   <translation>Leave empty if it is not known until when</translation>
  </message>
  <message>
   <source>đang dùng</source>
   <translation>in use</translation>
  </message>
  <message>
   <source>đang là giường của người này</source>
   <translation>this person’s current bed</translation>
  </message>
  <message>
   <source>đang áp dụng</source>
   <translation>in force</translation>
  </message>
  <message>
   <source>đang điểm danh</source>
   <translation>roll call open</translation>
  </message>
  <message>
   <source>đang ở</source>
   <translation>now here</translation>
  </message>
  <message>
   <source>đang ở tổ</source>
   <translation>living in team</translation>
  </message>
  <message>
   <source>đang ở {place}</source>
   <translation>living in {place}</translation>
  </message>
  <message>
   <source>đã kết thúc</source>
   <translation>ended</translation>
  </message>
  <message>
   <source>đóng: {reason}</source>
   <translation>closed: {reason}</translation>
  </message>
  <message>
   <source>“{day}” không phải một ngày đến hôm nay. Ví dụ: 21/11/2026, hoặc 211126.</source>
   <translation>“{day}” is not a date up to today. Example: 21/11/2026, or 211126.</translation>
  </message>
  <message>
   <source>← ↑ ↓ → đi giường · PgUp PgDn đổi khu · Enter xếp · M chuyển · gõ tên để tìm</source>
   <translation>← ↑ ↓ → go between beds · PgUp PgDn change zone · Enter assign · M move · type a name to search</translation>
  </message>
 </context>
 <context>
  <name>intake</name>
  <message>
   <source> · chuyển từ quản lý tạm thời, không giao nhận lại</source>
   <translation> · converted from temporary management, no new handover</translation>
  </message>
  <message>
   <source> · giường {bed}</source>
   <translation> · bed {bed}</translation>
  </message>
  <message>
   <source> · {kind}</source>
   <translation> · {kind}</translation>
  </message>
  <message>
   <source>, đang ở trong cơ sở</source>
   <translation>, now in the facility</translation>
  </message>
  <message>
   <source>Bảng tính (*.xlsx *.xls *.ods *.csv);;Mọi tệp (*)</source>
   <translation>Spreadsheets (*.xlsx *.xls *.ods *.csv);;All files (*)</translation>
  </message>
  <message>
   <source>Bảng tính Excel (*.xlsx)</source>
   <translation>Excel spreadsheet (*.xlsx)</translation>
  </message>
  <message>
   <source>Chung cho mọi dòng mà ô của dòng để trống</source>
   <translation>For all rows whose own cell is empty</translation>
  </message>
  <message>
   <source>Chưa chọn tệp. Chọn danh sách Excel, OpenDocument hoặc CSV: xem trước rồi mới nhập.</source>
   <translation>No file chosen. Choose an Excel, OpenDocument or CSV list: preview it first, then import.</translation>
  </message>
  <message>
   <source>Chưa có dòng nào nhập được. Hãy sửa lỗi hoặc quyết định các dòng đang chờ.</source>
   <translation>No row can be imported yet. Correct the errors or decide the waiting rows.</translation>
  </message>
  <message>
   <source>Chưa có hồ sơ tiếp nhận nào của người này.</source>
   <translation>This person has no admission file yet.</translation>
  </message>
  <message>
   <source>Chưa có: {paper}</source>
   <translation>Missing: {paper}</translation>
  </message>
  <message>
   <source>Chưa cấp màn, chăn, gối</source>
   <translation>Net, blanket, pillow not issued</translation>
  </message>
  <message>
   <source>Chưa ghi ai, hoặc ai cũng có giường rồi.</source>
   <translation>Nobody has been entered yet, or everyone already has a bed.</translation>
  </message>
  <message>
   <source>Chưa ghi ai. Hãy ghi ít nhất một dòng có họ tên.</source>
   <translation>Nobody is recorded. Write at least one row with a full name.</translation>
  </message>
  <message>
   <source>Chưa ghi diện, quyết định, ngày tiếp nhận</source>
   <translation>Type, decision, date of admission not recorded</translation>
  </message>
  <message>
   <source>Chưa ghi dấu hiệu khi đến.</source>
   <translation>Signs on arrival not recorded.</translation>
  </message>
  <message>
   <source>Chưa ghi tiền mang theo (hoặc không có)</source>
   <translation>Money brought (or none) not recorded</translation>
  </message>
  <message>
   <source>Chưa ghi tình trạng sức khỏe lúc giao nhận</source>
   <translation>Health condition at handover not recorded</translation>
  </message>
  <message>
   <source>Chưa ghi tư trang mang theo (hoặc không có)</source>
   <translation>Belongings brought (or none) not recorded</translation>
  </message>
  <message>
   <source>Chưa lập biên bản giao, nhận ({paper})</source>
   <translation>Handover minutes not made ({paper})</translation>
  </message>
  <message>
   <source>Chưa lập kế hoạch cai nghiện (V-18)</source>
   <translation>Rehabilitation plan not drawn up (V-18)</translation>
  </message>
  <message>
   <source>Chưa nhập danh sách nào.</source>
   <translation>No lists imported yet.</translation>
  </message>
  <message>
   <source>Chưa xếp giường</source>
   <translation>Bed not assigned</translation>
  </message>
  <message>
   <source>Chưa đối chiếu người với hồ sơ, giấy tờ tùy thân</source>
   <translation>Person not checked against the case file and ID documents</translation>
  </message>
  <message>
   <source>Chỉ cần khi chương trình nói có điều khác quy định</source>
   <translation>Only needed when the program reports a difference from the rules</translation>
  </message>
  <message>
   <source>Chỉ với người đang quản lý trong thời gian lập hồ sơ.</source>
   <translation>Only for a person under temporary management while the file is prepared.</translation>
  </message>
  <message>
   <source>Chọn bản quét của giấy tờ</source>
   <translation>Choose scan of paper</translation>
  </message>
  <message>
   <source>Chọn một dòng để xem lỗi từng ô và người có thể đã có hồ sơ.</source>
   <translation>Choose a row to see the errors of each cell and the people who may already have a case file.</translation>
  </message>
  <message>
   <source>Chỗ ở</source>
   <translation>Accommodation</translation>
  </message>
  <message>
   <source>Chức vụ</source>
   <translation>Post</translation>
  </message>
  <message>
   <source>Chức vụ người nhận</source>
   <translation>Receiver’s post</translation>
  </message>
  <message>
   <source>Các cột</source>
   <translation>Columns</translation>
  </message>
  <message>
   <source>Các cột {columns} cùng được hiểu là {field}; đã lấy cột {taken}.</source>
   <translation>Columns {columns} were all taken as {field}; column {taken} is used.</translation>
  </message>
  <message>
   <source>Các lần nhập danh sách</source>
   <translation>Imports of lists</translation>
  </message>
  <message>
   <source>Các phần việc</source>
   <translation>Steps</translation>
  </message>
  <message>
   <source>Cán bộ nhận, giao</source>
   <translation>Officer receiving, giving</translation>
  </message>
  <message>
   <source>Có thể đã có hồ sơ</source>
   <translation>May already have a case file</translation>
  </message>
  <message>
   <source>Cơ quan ban hành</source>
   <translation>Issuing authority</translation>
  </message>
  <message>
   <source>Cơ quan giao</source>
   <translation>Assigning authority</translation>
  </message>
  <message>
   <source>Cơ quan giao người</source>
   <translation>Delivering authority</translation>
  </message>
  <message>
   <source>Cả dòng</source>
   <translation>Whole row</translation>
  </message>
  <message>
   <source>Cấp luôn quần áo, đồ dùng của năm đầu (Đ113.2)</source>
   <translation>Also issue clothing and supplies of the first year (Art. 113.2)</translation>
  </message>
  <message>
   <source>Cần xem lại</source>
   <translation>To check</translation>
  </message>
  <message>
   <source>Cột chất ma túy không được nhập: tài khoản này không có quyền ghi. Người có quyền ghi bổ sung sau.</source>
   <translation>The drug column is not imported: this account may not record it. Someone who may can add it later.</translation>
  </message>
  <message>
   <source>Cột khu, phòng, đội được giữ cùng lần nhập để xếp chỗ sau; nhập danh sách không xếp giường.</source>
   <translation>The zone, room and squad columns are kept with the import for housing later; importing a list assigns no beds.</translation>
  </message>
  <message>
   <source>Cột và giá trị chung của danh sách</source>
   <translation>Columns and common values of the list</translation>
  </message>
  <message>
   <source>Cột {column} không có tên; đã hiểu là tên (chữ cuối) đứng cạnh họ và tên đệm.</source>
   <translation>Column {column} has no name; taken as the given name (last word), next to the family and middle names.</translation>
  </message>
  <message>
   <source>Cột {column} “{head}” không được nhập.</source>
   <translation>Column {column} “{head}” is not imported.</translation>
  </message>
  <message>
   <source>Cột để trống thì không nhập. Lần sau tệp có các cột như thế này sẽ được nhớ.</source>
   <translation>A column left empty is not imported. Next time, a file with columns like these is recognised.</translation>
  </message>
  <message>
   <source>Danh sách không ghi lý do đưa vào cơ sở: {count} dòng được ghi là “{reason}”. Nếu khác, chọn lý do chung ở F4.</source>
   <translation>The list gives no reason for admission: {count} rows are recorded as “{reason}”. If it is another, choose the shared reason at F4.</translation>
  </message>
  <message>
   <source>Diện</source>
   <translation>Type</translation>
  </message>
  <message>
   <source>Diện này không dùng mục này.</source>
   <translation>This type of stay does not use this field.</translation>
  </message>
  <message>
   <source>Dòng</source>
   <translation>Row</translation>
  </message>
  <message>
   <source>Dòng này không có lỗi.</source>
   <translation>This row has no errors.</translation>
  </message>
  <message>
   <source>Dòng này không ghi quyết định nào, nên chỉ lập hồ sơ người; hãy tiếp nhận trong hồ sơ khi có quyết định.</source>
   <translation>This row states no decision, so only the person’s case file is made; admit from the case file when there is a decision.</translation>
  </message>
  <message>
   <source>Dòng này không giống hồ sơ nào.</source>
   <translation>This row is like no case file.</translation>
  </message>
  <message>
   <source>Dòng {row}</source>
   <translation>Row {row}</translation>
  </message>
  <message>
   <source>Dòng {row} không phải người trong danh sách: “{text}”; đã bỏ qua.</source>
   <translation>Row {row} is no person of the list: “{text}”; skipped.</translation>
  </message>
  <message>
   <source>Dòng {row}: cần {what}.</source>
   <translation>Row {row}: {what} needed.</translation>
  </message>
  <message>
   <source>Dòng đang chọn</source>
   <translation>Selected row</translation>
  </message>
  <message>
   <source>Dấu hiệu khác</source>
   <translation>Other signs</translation>
  </message>
  <message>
   <source>Dấu hiệu nguy hiểm: báo bác sĩ ngay</source>
   <translation>Danger signs: notify the doctor at once</translation>
  </message>
  <message>
   <source>Enter mở hồ sơ tiếp nhận · Ctrl+N tiếp nhận nhanh · Ctrl+Shift+N nhiều người</source>
   <translation>Enter open admission file · Ctrl+N quick admission · Ctrl+Shift+N several people</translation>
  </message>
  <message>
   <source>Enter ô kế · Ctrl+Enter tiếp nhận · mọi ô được giữ nháp khi gõ</source>
   <translation>Enter next box · Ctrl+Enter admit · every box is kept as a draft as you type</translation>
  </message>
  <message>
   <source>F4 cột · Ctrl+1 cùng người, Ctrl+2 người khác, Ctrl+3 bỏ qua dòng · Ctrl+Enter nhập</source>
   <translation>F4 columns · Ctrl+1 same person, Ctrl+2 someone else, Ctrl+3 skip row · Ctrl+Enter import</translation>
  </message>
  <message>
   <source>Ghi diện, ngày sinh, giới tính trước: giường được đề xuất theo đó.</source>
   <translation>Enter type, date of birth and sex first: the bed is proposed from them.</translation>
  </message>
  <message>
   <source>Ghi diện, quyết định trước: giấy tờ phải có theo diện.</source>
   <translation>Record the type and decision first: the required papers depend on the type.</translation>
  </message>
  <message>
   <source>Giường</source>
   <translation>Bed</translation>
  </message>
  <message>
   <source>Giường đầu danh sách là giường phù hợp nhất; đổi được; để trống: xếp sau</source>
   <translation>The first bed in the list fits best; it can be changed; empty: assign later</translation>
  </message>
  <message>
   <source>Giấy tờ</source>
   <translation>Papers</translation>
  </message>
  <message>
   <source>Giấy tờ phải có</source>
   <translation>Required papers</translation>
  </message>
  <message>
   <source>Hoàn tác lần nhập danh sách {file}</source>
   <translation>Undo import of list {file}</translation>
  </message>
  <message>
   <source>Hoàn tác được khi chưa ai ghi thêm gì về những người của lần nhập</source>
   <translation>Can be undone until someone records more about the people of the import</translation>
  </message>
  <message>
   <source>Hãy chọn Diện trước: giường được đề xuất theo diện.</source>
   <translation>Choose the Type first: beds are proposed by type.</translation>
  </message>
  <message>
   <source>Hãy chọn cho từng người: là người nào đã có hồ sơ, hay là người khác. Chương trình không bao giờ tự gộp hai hồ sơ.</source>
   <translation>Choose for each person: someone who already has a case file, or someone else. The program never merges two case files by itself.</translation>
  </message>
  <message>
   <source>Hãy chọn một dòng trước.</source>
   <translation>Choose a row first.</translation>
  </message>
  <message>
   <source>Hãy chọn một lần nhập trước.</source>
   <translation>Choose an import first.</translation>
  </message>
  <message>
   <source>Hãy chọn tệp danh sách trước.</source>
   <translation>Choose the list file first.</translation>
  </message>
  <message>
   <source>Hồ sơ cũ</source>
   <translation>Old files</translation>
  </message>
  <message>
   <source>Hồ sơ tiếp nhận</source>
   <translation>Admission file</translation>
  </message>
  <message>
   <source>Hợp đồng đến ngày</source>
   <translation>Contract ends on</translation>
  </message>
  <message>
   <source>Không còn giường nào hợp quy tắc cho người này; để trống rồi xếp sau.</source>
   <translation>No bed is left for this person within the rules; leave empty and assign later.</translation>
  </message>
  <message>
   <source>Không có ai khớp. Hãy bỏ bớt bộ lọc hoặc gõ ít chữ hơn.</source>
   <translation>Nobody matches. Clear some filters or type fewer letters.</translation>
  </message>
  <message>
   <source>Không có ai đang được tiếp nhận.</source>
   <translation>Nobody is being admitted.</translation>
  </message>
  <message>
   <source>Không có giường nào hợp quy tắc. Hãy mở Sơ đồ giường để xem vì sao.</source>
   <translation>No bed meets the rules. Open the Bed plan to see why.</translation>
  </message>
  <message>
   <source>Không có gì đang chạy.</source>
   <translation>Nothing is running.</translation>
  </message>
  <message>
   <source>Không có tư trang</source>
   <translation>No belongings</translation>
  </message>
  <message>
   <source>Không mang tiền</source>
   <translation>No money brought</translation>
  </message>
  <message>
   <source>Không nhận</source>
   <translation>Rejected</translation>
  </message>
  <message>
   <source>Kế hoạch</source>
   <translation>Plan</translation>
  </message>
  <message>
   <source>Là {code} {name}, {birth} ({reasons}){inside}</source>
   <translation>Is {code} {name}, {birth} ({reasons}){inside}</translation>
  </message>
  <message>
   <source>Lúc</source>
   <translation>When</translation>
  </message>
  <message>
   <source>Lý do đưa vào</source>
   <translation>Reason for admission</translation>
  </message>
  <message>
   <source>Lần cai</source>
   <translation>Stays</translation>
  </message>
  <message>
   <source>Lần nhập này đã hoàn tác.</source>
   <translation>This import has been undone.</translation>
  </message>
  <message>
   <source>Lỗi, điều cần xem</source>
   <translation>Errors, points to check</translation>
  </message>
  <message>
   <source>Mô tả thêm</source>
   <translation>More details</translation>
  </message>
  <message>
   <source>Mỗi dòng một loại: 2 áo sơ mi. Dấu * trước: để trong túi niêm phong</source>
   <translation>One kind per line: 2 shirts. A * in front: kept in a sealed bag</translation>
  </message>
  <message>
   <source>Mỗi người một dòng, dán được từ Excel · Ctrl+↓ dòng trống · Ctrl+G đề xuất giường · Ctrl+Enter tiếp nhận</source>
   <translation>One row per person, paste from Excel · Ctrl+↓ empty row · Ctrl+G propose beds · Ctrl+Enter admit</translation>
  </message>
  <message>
   <source>Mở hồ sơ tiếp nhận khi người này vào cơ sở.</source>
   <translation>Open an admission file when this person enters the facility.</translation>
  </message>
  <message>
   <source>Ngày ban hành</source>
   <translation>Date of issue</translation>
  </message>
  <message>
   <source>Ngày cấp</source>
   <translation>Date of issue</translation>
  </message>
  <message>
   <source>Ngày sinh, hoặc chỉ năm: 17/05/2001, 17052001, 2001</source>
   <translation>Date of birth, or the year only: 17/05/2001, 17052001, 2001</translation>
  </message>
  <message>
   <source>Ngày thông báo quyết định</source>
   <translation>Date decision announced</translation>
  </message>
  <message>
   <source>Ngày tiếp nhận</source>
   <translation>Date of admission</translation>
  </message>
  <message>
   <source>Ngày đến</source>
   <translation>Arrived on</translation>
  </message>
  <message>
   <source>Người giao</source>
   <translation>Delivered by</translation>
  </message>
  <message>
   <source>Người khác: lập hồ sơ mới</source>
   <translation>Someone else: make a new case file</translation>
  </message>
  <message>
   <source>Người làm chứng ký thay</source>
   <translation>Witness signs instead</translation>
  </message>
  <message>
   <source>Người mới</source>
   <translation>New people</translation>
  </message>
  <message>
   <source>Người nhận</source>
   <translation>Received by</translation>
  </message>
  <message>
   <source>Người này không ký vì</source>
   <translation>Does not sign because</translation>
  </message>
  <message>
   <source>Người được tiếp nhận</source>
   <translation>Person admitted</translation>
  </message>
  <message>
   <source>Người đứng đầu thông báo quyết định; không giao, nhận lại (NĐ 163/2026 Đ107.1).</source>
   <translation>The head announces the decision; no new handover (Decree 163/2026, Art. 107.1).</translation>
  </message>
  <message>
   <source>Nhân thân</source>
   <translation>Personal details</translation>
  </message>
  <message>
   <source>Nhập danh sách từ Excel</source>
   <translation>Import list from Excel</translation>
  </message>
  <message>
   <source>Nơi cấp</source>
   <translation>Place of issue</translation>
  </message>
  <message>
   <source>Nơi cất giữ</source>
   <translation>Where kept</translation>
  </message>
  <message>
   <source>Nếu có</source>
   <translation>If any</translation>
  </message>
  <message>
   <source>Quyết định, giao nhận</source>
   <translation>Decision, handover</translation>
  </message>
  <message>
   <source>Quản lý đến ngày (V-32)</source>
   <translation>Held until (V-32)</translation>
  </message>
  <message>
   <source>Sẽ là</source>
   <translation>Becomes</translation>
  </message>
  <message>
   <source>Số QĐ giao cơ sở</source>
   <translation>Facility assignment no.</translation>
  </message>
  <message>
   <source>Số dòng</source>
   <translation>Rows</translation>
  </message>
  <message>
   <source>Số giấy tờ</source>
   <translation>ID document number</translation>
  </message>
  <message>
   <source>Số giấy tờ tùy thân</source>
   <translation>ID document number</translation>
  </message>
  <message>
   <source>Số hợp đồng V-29</source>
   <translation>Contract number V-29</translation>
  </message>
  <message>
   <source>Số niêm phong</source>
   <translation>Seal no.</translation>
  </message>
  <message>
   <source>Số quyết định</source>
   <translation>Decision number</translation>
  </message>
  <message>
   <source>Số quyết định chung, như in: 118/QĐ-TA</source>
   <translation>Common decision number, as printed</translation>
  </message>
  <message>
   <source>Số quyết định, như in: 118/QĐ-TA</source>
   <translation>Decision number, as printed</translation>
  </message>
  <message>
   <source>Sức khỏe</source>
   <translation>Health</translation>
  </message>
  <message>
   <source>Tháng</source>
   <translation>Months</translation>
  </message>
  <message>
   <source>Thời hạn (tháng)</source>
   <translation>Term (months)</translation>
  </message>
  <message>
   <source>Tiếp nhận</source>
   <translation>Admission</translation>
  </message>
  <message>
   <source>Tiếp nhận: {name}</source>
   <translation>Admission: {name}</translation>
  </message>
  <message>
   <source>Tiền mang theo (₫)</source>
   <translation>Money brought (₫)</translation>
  </message>
  <message>
   <source>Trong danh sách</source>
   <translation>In the list</translation>
  </message>
  <message>
   <source>Tài khoản này không xếp giường. Bộ phận quản lý xếp sau, trên Sơ đồ giường.</source>
   <translation>This account does not assign beds. The management department assigns one later, on the Bed plan.</translation>
  </message>
  <message>
   <source>Tên, mã…</source>
   <translation>Name, code…</translation>
  </message>
  <message>
   <source>Tình trạng</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Tình trạng lúc giao nhận (ghi vào biên bản)</source>
   <translation>Condition at handover (written in the minutes)</translation>
  </message>
  <message>
   <source>Tình trạng, tiền, tư trang, chỗ ở</source>
   <translation>Condition, money, belongings, accommodation</translation>
  </message>
  <message>
   <source>Tư trang</source>
   <translation>Belongings</translation>
  </message>
  <message>
   <source>Tệp</source>
   <translation>File</translation>
  </message>
  <message>
   <source>V-31</source>
   <translation>V-31</translation>
  </message>
  <message>
   <source>V-42</source>
   <translation>V-42</translation>
  </message>
  <message>
   <source>Vừa đề xuất giường {bed}. Hãy xem lại rồi tiếp nhận.</source>
   <translation>Bed {bed} has just been proposed. Check it, then admit.</translation>
  </message>
  <message>
   <source>Xử trí: {done} ({who})</source>
   <translation>Action taken: {done} ({who})</translation>
  </message>
  <message>
   <source>Y tế chưa xác nhận xong phần sức khỏe khi đến</source>
   <translation>Medical staff have not confirmed the health part on arrival</translation>
  </message>
  <message>
   <source>biên bản giao nhận</source>
   <translation>handover minutes</translation>
  </message>
  <message>
   <source>chỗ ở</source>
   <translation>accommodation</translation>
  </message>
  <message>
   <source>csv</source>
   <translation>csv</translation>
  </message>
  <message>
   <source>có trong Quyết định của lần cai nghiện</source>
   <translation>in the Decision of the stay</translation>
  </message>
  <message>
   <source>cảnh báo</source>
   <translation>alerts</translation>
  </message>
  <message>
   <source>cần xem lại</source>
   <translation>to check</translation>
  </message>
  <message>
   <source>cặp không xếp chung</source>
   <translation>keep-apart pairs</translation>
  </message>
  <message>
   <source>dòng trong danh sách</source>
   <translation>rows in the list</translation>
  </message>
  <message>
   <source>excel</source>
   <translation>excel</translation>
  </message>
  <message>
   <source>giai đoạn</source>
   <translation>stages</translation>
  </message>
  <message>
   <source>giải trình giữ quá ngày</source>
   <translation>explanations of overdue discharge</translation>
  </message>
  <message>
   <source>giấy tờ</source>
   <translation>ID documents</translation>
  </message>
  <message>
   <source>hồ sơ ra cơ sở</source>
   <translation>discharge files</translation>
  </message>
  <message>
   <source>không thấy dấu hiệu bất thường</source>
   <translation>no abnormal signs seen</translation>
  </message>
  <message>
   <source>kế hoạch cai nghiện</source>
   <translation>rehabilitation plans</translation>
  </message>
  <message>
   <source>kế hoạch tái hòa nhập</source>
   <translation>reintegration plans</translation>
  </message>
  <message>
   <source>lần cai nghiện</source>
   <translation>stays</translation>
  </message>
  <message>
   <source>lần cai nghiện trước</source>
   <translation>past rehabilitation</translation>
  </message>
  <message>
   <source>mục khác của hồ sơ</source>
   <translation>other entries of the case file</translation>
  </message>
  <message>
   <source>người mới vào</source>
   <translation>new admissions</translation>
  </message>
  <message>
   <source>nhân thân</source>
   <translation>personal details</translation>
  </message>
  <message>
   <source>nhập hàng loạt</source>
   <translation>bulk import</translation>
  </message>
  <message>
   <source>nơi ở</source>
   <translation>addresses</translation>
  </message>
  <message>
   <source>quyết định</source>
   <translation>decisions</translation>
  </message>
  <message>
   <source>quá trình sử dụng ma túy</source>
   <translation>history of drug use</translation>
  </message>
  <message>
   <source>sự có mặt</source>
   <translation>presence</translation>
  </message>
  <message>
   <source>sự kiện của thời hạn</source>
   <translation>events of the term</translation>
  </message>
  <message>
   <source>thân nhân</source>
   <translation>relatives</translation>
  </message>
  <message>
   <source>tiếp nhận hôm nay</source>
   <translation>admitted today</translation>
  </message>
  <message>
   <source>tiền lưu ký</source>
   <translation>safekeeping money</translation>
  </message>
  <message>
   <source>tiền án, tiền sự</source>
   <translation>criminal and administrative record</translation>
  </message>
  <message>
   <source>tài liệu đính kèm</source>
   <translation>attachments</translation>
  </message>
  <message>
   <source>tên gọi khác</source>
   <translation>other names</translation>
  </message>
  <message>
   <source>văn bản đã phát hành</source>
   <translation>issued documents</translation>
  </message>
  <message>
   <source>văn bản đến</source>
   <translation>incoming documents</translation>
  </message>
  <message>
   <source>xem lại</source>
   <translation>check</translation>
  </message>
  <message>
   <source>{bed} · {zone} · {reasons}</source>
   <translation>{bed} · {zone} · {reasons}</translation>
  </message>
  <message>
   <source>{count} dòng đang ẩn trong bảng tính vẫn được đọc: {rows}. Người nào không nhập thì bỏ qua dòng đó (Ctrl+3).</source>
   <translation>Rows hidden in the spreadsheet are read too: {count}, namely {rows}. For anyone not to be imported, skip the row (Ctrl+3).</translation>
  </message>
  <message>
   <source>{count} tiền án, tiền sự theo danh sách, chưa rõ tội danh</source>
   <translation>Convictions and administrative violations by the list: {count}, offences not known</translation>
  </message>
  <message>
   <source>{done} / {total} xong</source>
   <translation>{done} / {total} done</translation>
  </message>
  <message>
   <source>{file} · trang “{sheet}” · tiêu đề ở dòng {row} · {columns} cột nhận ra</source>
   <translation>{file} · sheet “{sheet}” · heading in row {row} · columns recognised: {columns}</translation>
  </message>
  <message>
   <source>{percent} % · {done}/{total}</source>
   <translation>{percent} % · {done}/{total}</translation>
  </message>
  <message>
   <source>{percent} % · đến ngày {day}{kind}{bed}</source>
   <translation>{percent} % · arrived on {day}{kind}{bed}</translation>
  </message>
  <message>
   <source>{time} ngày {day}, {who}: {signs}</source>
   <translation>{time} on {day}, {who}: {signs}</translation>
  </message>
  <message>
   <source>Ô {cell}</source>
   <translation>Cell {cell}</translation>
  </message>
  <message>
   <source>Đang dùng</source>
   <translation>In use</translation>
  </message>
  <message>
   <source>Đang giữ {money}, {count} đồ vật</source>
   <translation>Kept: {money}, belongings: {count}</translation>
  </message>
  <message>
   <source>Đang làm, hãy đợi.</source>
   <translation>In progress, please wait.</translation>
  </message>
  <message>
   <source>Đang thiếu</source>
   <translation>Missing</translation>
  </message>
  <message>
   <source>Đang xem, nhập: {done}/{total} bước</source>
   <translation>Checking, importing: step {done}/{total}</translation>
  </message>
  <message>
   <source>Đang đọc tệp…</source>
   <translation>Reading the file…</translation>
  </message>
  <message>
   <source>Đã chuyển sang cai nghiện bắt buộc; không lập lại biên bản giao, nhận.</source>
   <translation>Converted to compulsory rehabilitation; no new handover minutes are made.</translation>
  </message>
  <message>
   <source>Đã cấp phát, phiếu {answer}.</source>
   <translation>Supplies issued, slip {answer}.</translation>
  </message>
  <message>
   <source>Đã ghi bảng lỗi vào {file}.</source>
   <translation>Errors written to {file}.</translation>
  </message>
  <message>
   <source>Đã ghi sức khỏe khi đến.</source>
   <translation>Health on arrival recorded.</translation>
  </message>
  <message>
   <source>Đã ghi xử trí.</source>
   <translation>Action taken recorded.</translation>
  </message>
  <message>
   <source>Đã ghi.</source>
   <translation>Recorded.</translation>
  </message>
  <message>
   <source>Đã hoàn tác</source>
   <translation>Undone</translation>
  </message>
  <message>
   <source>Đã hoàn tác: gạch bỏ {people} người, {stays} lần cai nghiện.</source>
   <translation>Undone: people struck out: {people}, stays: {stays}.</translation>
  </message>
  <message>
   <source>Đã kết thúc</source>
   <translation>Ended</translation>
  </message>
  <message>
   <source>Đã kết thúc tiếp nhận; mục còn thiếu vẫn ghi trong hồ sơ.</source>
   <translation>Admission ended; what is missing stays recorded in the file.</translation>
  </message>
  <message>
   <source>Đã lập biên bản.</source>
   <translation>Minutes made.</translation>
  </message>
  <message>
   <source>Đã mở lại hồ sơ tiếp nhận.</source>
   <translation>Admission file reopened.</translation>
  </message>
  <message>
   <source>Đã nhận giữ.</source>
   <translation>Taken in.</translation>
  </message>
  <message>
   <source>Đã nhập {accepted}/{rows} dòng: {created} người mới, {matched} hồ sơ cũ, {stays} lần cai.</source>
   <translation>Rows imported: {accepted}/{rows}; new people: {created}, old files: {matched}, stays: {stays}.</translation>
  </message>
  <message>
   <source>Đã quyết định: {what}.</source>
   <translation>Decided: {what}.</translation>
  </message>
  <message>
   <source>Đã tiếp nhận {count} người.</source>
   <translation>People admitted: {count}.</translation>
  </message>
  <message>
   <source>Đã tiếp nhận {name}, mã {code}, giường {bed}.</source>
   <translation>Admitted: {name}, code {code}, bed {bed}.</translation>
  </message>
  <message>
   <source>Đã tiếp nhận {name}, mã {code}.</source>
   <translation>Admitted: {name}, code {code}.</translation>
  </message>
  <message>
   <source>Đã tiếp nhận.</source>
   <translation>Admitted.</translation>
  </message>
  <message>
   <source>Đã xong</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>Đã xếp giường {answer}.</source>
   <translation>Bed {answer} assigned.</translation>
  </message>
  <message>
   <source>Đã xử trí</source>
   <translation>Action taken</translation>
  </message>
  <message>
   <source>Đã đề xuất {count} giường; xem lại, đổi được từng ô.</source>
   <translation>Beds proposed: {count}; check them, every box can be changed.</translation>
  </message>
  <message>
   <source>Đã đề xuất {count} giường; {left} người không còn giường hợp quy tắc, để trống xếp sau.</source>
   <translation>Beds proposed: {count}; for {left} people no bed is left within the rules, leave empty and assign later.</translation>
  </message>
  <message>
   <source>Đã đọc trang “{sheet}”; trang “{other}” cũng có danh sách, không đọc.</source>
   <translation>Sheet “{sheet}” was read; sheet “{other}” has a list too and was not read.</translation>
  </message>
  <message>
   <source>Đã đối chiếu người với hồ sơ, giấy tờ tùy thân</source>
   <translation>Person checked against the case file and ID documents</translation>
  </message>
  <message>
   <source>Đã đối chiếu người, hồ sơ, giấy tờ ngày</source>
   <translation>Person, case file, papers checked on</translation>
  </message>
  <message>
   <source>Để trống: người đang đăng nhập</source>
   <translation>If empty: the person signed in</translation>
  </message>
  <message>
   <source>Để trống: theo thông tin cơ sở</source>
   <translation>If empty: from the facility’s details</translation>
  </message>
  <message>
   <source>Địa danh</source>
   <translation>Place name</translation>
  </message>
  <message>
   <source>đã đính kèm bản quét</source>
   <translation>scan attached</translation>
  </message>
  <message>
   <source>đặc điểm nhận dạng</source>
   <translation>identifying marks</translation>
  </message>
  <message>
   <source>đồ vật gửi giữ</source>
   <translation>belongings in safekeeping</translation>
  </message>
  <message>
   <source>ảnh</source>
   <translation>photos</translation>
  </message>
  <message>
   <source>“{value}” không phải ngày sinh hay năm sinh. Ví dụ: 17/05/2001 hoặc 2001.</source>
   <translation>“{value}” is not a date or year of birth. Example: 17/05/2001 or 2001.</translation>
  </message>
 </context>
 <context>
  <name>ledger</name>
  <message>
   <source>Bản quyết định mới; tính lại thời hạn theo số tháng mới.</source>
   <translation>New version of the decision; the term is recalculated with the new number of months.</translation>
  </message>
  <message>
   <source>Bỏ trốn trong thời gian quản lý: những ngày này không được trừ.</source>
   <translation>Escape during temporary management: these days are not credited.</translation>
  </message>
  <message>
   <source>Chưa có số, ngày của giấy tờ nên không cộng ngày nào; vẫn tính vào thời hạn.</source>
   <translation>There is no number and date of a paper, so no days are added; it still counts towards the term.</translation>
  </message>
  <message>
   <source>Chưa có số, ngày của giấy tờ nên vẫn tính là ngày quản lý tại cơ sở.</source>
   <translation>There is no number and date of a paper, so these still count as days held in the facility.</translation>
  </message>
  <message>
   <source>Chờ người có thẩm quyền quyết định tính thế nào, có lý do.</source>
   <translation>Awaits a decision of the competent person on how it counts, with a reason.</translation>
  </message>
  <message>
   <source>Còn phải chấp hành, tính từ ngày xem.</source>
   <translation>Still to be served, from the day of viewing.</translation>
  </message>
  <message>
   <source>Ghi nhận, không ảnh hưởng đến thời hạn.</source>
   <translation>Recorded, no effect on the term.</translation>
  </message>
  <message>
   <source>Giấy tờ chưa được người đứng đầu cơ sở xác nhận nên không cộng ngày nào; vẫn tính vào thời hạn.</source>
   <translation>The paper has not been confirmed by the head of facility, so no days are added; it still counts towards the term.</translation>
  </message>
  <message>
   <source>Giấy tờ chưa được người đứng đầu cơ sở xác nhận nên vẫn tính là ngày quản lý tại cơ sở.</source>
   <translation>The paper has not been confirmed by the head of facility, so these still count as days held in the facility.</translation>
  </message>
  <message>
   <source>Không áp dụng; xem cảnh báo.</source>
   <translation>Does not apply; see the warnings.</translation>
  </message>
  <message>
   <source>Không được tính vào thời hạn; ngày hết hạn lùi lại bấy nhiêu ngày.</source>
   <translation>Does not count towards the term; the end of the term moves back by as many days.</translation>
  </message>
  <message>
   <source>Không ở cơ sở: không tính vào số ngày quản lý.</source>
   <translation>Not in the facility: does not count towards the days held.</translation>
  </message>
  <message>
   <source>Sau tạm đình chỉ, thời hạn còn lại quá ngắn: không phải chấp hành tiếp, ra cơ sở từ ngày bình phục.</source>
   <translation>After the suspension the rest of the term is too short: it need not be served; discharge from the day of recovery.</translation>
  </message>
  <message>
   <source>Số ngày quản lý tại cơ sở; diện này không có thời hạn.</source>
   <translation>Days held in the facility; this type of stay has no term.</translation>
  </message>
  <message>
   <source>Thời gian quản lý tại cơ sở trước ngày bắt đầu, được trừ vào thời hạn.</source>
   <translation>Time held in the facility before the start of the term, credited to the term.</translation>
  </message>
  <message>
   <source>Thời hạn in trong quyết định, tính theo tháng dương lịch.</source>
   <translation>Term printed in the decision, in calendar months.</translation>
  </message>
  <message>
   <source>Thời hạn kết thúc; ra cơ sở trong ngày này.</source>
   <translation>The term ends; discharge on this day.</translation>
  </message>
  <message>
   <source>Trùng với khoảng thời gian đã ghi; mỗi ngày chỉ tính một lần.</source>
   <translation>Overlaps a period already recorded; each day counts only once.</translation>
  </message>
  <message>
   <source>Đi chấp hành án phạt tù: được miễn phần thời hạn còn lại.</source>
   <translation>Serving a prison sentence: the rest of the term is waived.</translation>
  </message>
  <message>
   <source>Được giảm thời hạn.</source>
   <translation>Term reduced.</translation>
  </message>
  <message>
   <source>Được tính vào thời hạn.</source>
   <translation>Counts towards the term.</translation>
  </message>
 </context>
 <context>
  <name>login</name>
  <message>
   <source>&amp;In tờ khóa khôi phục</source>
   <translation>&amp;Print recovery sheet</translation>
  </message>
  <message>
   <source>Bước {step} trên {all}</source>
   <translation>Step {step} of {all}</translation>
  </message>
  <message>
   <source>Bản sao lưu trước khi nâng cấp: {path}</source>
   <translation>Backup from before the upgrade: {path}</translation>
  </message>
  <message>
   <source>Bỏ đánh dấu thì người này chỉ quản trị chương trình và không xem được hồ sơ; tài khoản cho người khác thêm sau, ở trang Tài khoản.</source>
   <translation>If not ticked, this person only administers the program and cannot see case files; add accounts for others later, on the page Accounts.</translation>
  </message>
  <message>
   <source>Bộ gõ tiếng Việt đang bật nên đã đổi chữ của khóa (DD thành Đ). Hãy tắt bộ gõ rồi gõ lại cả khóa.</source>
   <translation>The Vietnamese input method is on and has changed letters of the key (a double D into one letter). Turn it off and type the whole key again.</translation>
  </message>
  <message>
   <source>Chưa có cơ sở nào ở đây. Đang mở các bước lập cơ sở…</source>
   <translation>There is no facility here yet. Opening the steps to create one…</translation>
  </message>
  <message>
   <source>Chưa lập cơ sở: kho khóa của hệ điều hành đang bị khóa, hoặc vừa bị từ chối mở. Hãy mở kho (thường là đăng xuất rồi đăng nhập lại vào màn hình làm việc của máy), rồi bấm “Lập cơ sở” lần nữa. Chưa có gì được ghi.</source>
   <translation>The facility was not created: the keyring of the operating system is locked, or opening it was just refused. Unlock the keyring (usually by logging out and logging in to the desktop again), then press “Create facility” once more. Nothing has been written.</translation>
  </message>
  <message>
   <source>Dữ liệu trong {folder} do một bản chương trình cũ hơn tạo. Cần nâng cấp một lần rồi mới mở được.</source>
   <translation>The data in {folder} was made by an older version of the program. It must be upgraded once before it can be opened.</translation>
  </message>
  <message>
   <source>Gõ lại khóa khôi phục</source>
   <translation>Type the recovery key again</translation>
  </message>
  <message>
   <source>Gõ lại khóa khôi phục từ tờ giấy</source>
   <translation>Type the recovery key again from the paper</translation>
  </message>
  <message>
   <source>Hai lần nhập mật khẩu khác nhau. Hãy nhập lại lần thứ hai.</source>
   <translation>The two passwords typed differ. Type the second one again.</translation>
  </message>
  <message>
   <source>Hãy điền tên tài khoản và mật khẩu.</source>
   <translation>Fill in the account name and the password.</translation>
  </message>
  <message>
   <source>Hãy điền “{field}”.</source>
   <translation>Fill in “{field}”.</translation>
  </message>
  <message>
   <source>Khóa khôi phục</source>
   <translation>Recovery key</translation>
  </message>
  <message>
   <source>Khóa khôi phục trên tờ đã in</source>
   <translation>Recovery key on the printed sheet</translation>
  </message>
  <message>
   <source>Khóa vừa gõ không khớp khóa đã hiện. Hãy so từng nhóm bốn ký tự với tờ giấy rồi gõ lại.</source>
   <translation>The key just typed does not match the key shown. Compare each group of four characters with the paper and type it again.</translation>
  </message>
  <message>
   <source>Loại cơ sở</source>
   <translation>Type of facility</translation>
  </message>
  <message>
   <source>Lập cơ sở</source>
   <translation>Create facility</translation>
  </message>
  <message>
   <source>Lập cơ sở mới</source>
   <translation>Create a new facility</translation>
  </message>
  <message>
   <source>Mã cơ sở</source>
   <translation>Facility code</translation>
  </message>
  <message>
   <source>Mật khẩu</source>
   <translation>Password</translation>
  </message>
  <message>
   <source>Mật khẩu mới</source>
   <translation>New password</translation>
  </message>
  <message>
   <source>Mật khẩu đang dùng</source>
   <translation>Current password</translation>
  </message>
  <message>
   <source>Mở bằng khóa khôi phục</source>
   <translation>Open with the recovery key</translation>
  </message>
  <message>
   <source>Người này cũng làm việc với hồ sơ, với quyền của người đứng đầu cơ sở</source>
   <translation>This person also works with case files, with the permissions of the head of facility</translation>
  </message>
  <message>
   <source>Nhập lại mật khẩu</source>
   <translation>Password again</translation>
  </message>
  <message>
   <source>Nhập lại mật khẩu mới</source>
   <translation>New password again</translation>
  </message>
  <message>
   <source>Nâng cấp dữ liệu</source>
   <translation>Upgrade data</translation>
  </message>
  <message>
   <source>Nâng cấp dữ liệu; hỏng giữa chừng thì dữ liệu trở lại đúng như cũ</source>
   <translation>Upgrade the data; if it fails halfway, the data goes back to exactly what it was</translation>
  </message>
  <message>
   <source>Phím Caps Lock đang bật.</source>
   <translation>Caps Lock is on.</translation>
  </message>
  <message>
   <source>Quay lại màn hình đang khóa của {name}</source>
   <translation>Back to the locked screen of {name}</translation>
  </message>
  <message>
   <source>Quay lại thông tin cơ sở</source>
   <translation>Back to the facility’s details</translation>
  </message>
  <message>
   <source>Quay lại đăng nhập</source>
   <translation>Back to sign-in</translation>
  </message>
  <message>
   <source>Quên mật khẩu hoặc đổi máy</source>
   <translation>Forgotten password or new computer</translation>
  </message>
  <message>
   <source>Quên mật khẩu hoặc đổi máy mà không có khóa này thì không ai mở được dữ liệu, kể cả người làm chương trình. Hãy in hoặc chép ra giấy, cất trong két, rồi gõ lại từ tờ giấy để chắc là chép đúng.</source>
   <translation>After a forgotten password or a change of computer nobody can open the data without this key, not even the makers of the program. Print it or copy it onto paper, keep it in a safe, then type it again from the paper to be sure it was copied correctly.</translation>
  </message>
  <message>
   <source>Quản lý cơ sở cai nghiện</source>
   <translation>Rehabilitation facility management</translation>
  </message>
  <message>
   <source>Quản trị viên cấp lại mật khẩu được ở trang Tài khoản. Không có ai cấp lại được thì dùng tờ khóa khôi phục cất trong két.</source>
   <translation>An administrator can reset the password on the page Accounts. If nobody can, use the recovery sheet kept in the safe.</translation>
  </message>
  <message>
   <source>Quản trị viên đầu tiên</source>
   <translation>First administrator</translation>
  </message>
  <message>
   <source>Sao lưu toàn bộ, rồi khôi phục thử để chắc bản sao lưu dùng được</source>
   <translation>Back up everything, then restore it as a test to be sure the backup can be used</translation>
  </message>
  <message>
   <source>Sẽ dừng khi sao lưu xong; dữ liệu vẫn như cũ.</source>
   <translation>Will stop when the backup is done; the data stays as it was.</translation>
  </message>
  <message>
   <source>Tiếp tục</source>
   <translation>Continue</translation>
  </message>
  <message>
   <source>Tên cơ sở</source>
   <translation>Name of facility</translation>
  </message>
  <message>
   <source>Tên tài khoản</source>
   <translation>Account name</translation>
  </message>
  <message>
   <source>Tệp dữ liệu {size} MB, chừng {minutes} phút. Trong lúc đó không ai khác mở được dữ liệu này: hãy đóng chương trình ở các cửa sổ khác, và đừng tắt máy.</source>
   <translation>The data file has {size} MB, about {minutes} minutes. Meanwhile nobody else can open this data: close the program in other windows, and do not switch the computer off.</translation>
  </message>
  <message>
   <source>Tỉnh, thành phố</source>
   <translation>Province or city</translation>
  </message>
  <message>
   <source>Tờ khóa khôi phục</source>
   <translation>Recovery sheet</translation>
  </message>
  <message>
   <source>Ví dụ: G01.28.12</source>
   <translation>Example: G01.28.12</translation>
  </message>
  <message>
   <source>{reason} Dữ liệu vẫn đúng như trước khi nâng cấp.</source>
   <translation>{reason} The data is exactly as before the upgrade.</translation>
  </message>
  <message>
   <source>Đã cất khóa, mở chương trình</source>
   <translation>Key stored, open the program</translation>
  </message>
  <message>
   <source>Đã nâng cấp xong.</source>
   <translation>Upgrade done.</translation>
  </message>
  <message>
   <source>Đăng nhập</source>
   <translation>Sign in</translation>
  </message>
  <message>
   <source>Đặt mật khẩu của riêng bạn</source>
   <translation>Set your own password</translation>
  </message>
  <message>
   <source>Đặt mật khẩu và đăng nhập</source>
   <translation>Set password and sign in</translation>
  </message>
  <message>
   <source>Đổi và đăng nhập</source>
   <translation>Change and sign in</translation>
  </message>
 </context>
 <context>
  <name>papers</name>
  <message>
   <source> (giữ chỗ)</source>
   <translation> (held)</translation>
  </message>
  <message>
   <source> + chưa điểm danh {unseen}</source>
   <translation> + not yet called {unseen}</translation>
  </message>
  <message>
   <source>(Ký, ghi rõ họ tên)</source>
   <translation>(Signature and full name)</translation>
  </message>
  <message>
   <source>(chưa ghi; bổ sung ở thẻ Thời hạn)</source>
   <translation>(not recorded; add on the Term tab)</translation>
  </message>
  <message>
   <source>(chương trình)</source>
   <translation>(the program)</translation>
  </message>
  <message>
   <source>({number})</source>
   <translation>({number})</translation>
  </message>
  <message>
   <source>1. Quân số</source>
   <translation>1. Roll</translation>
  </message>
  <message>
   <source>2. Xếp, chuyển, trả giường trong ca</source>
   <translation>2. Beds assigned, changed and released during the shift</translation>
  </message>
  <message>
   <source>3. Có mặt, chưa có giường</source>
   <translation>3. Present, no bed yet</translation>
  </message>
  <message>
   <source>4. Chênh lệch điểm danh chưa giải thích</source>
   <translation>4. Unexplained roll call differences</translation>
  </message>
  <message>
   <source>5. Buổi điểm danh chưa kết thúc</source>
   <translation>5. Roll calls not ended</translation>
  </message>
  <message>
   <source>BIÊN BẢN BÀN GIAO CA TRỰC</source>
   <translation>SHIFT HANDOVER MINUTES</translation>
  </message>
  <message>
   <source>BIÊN BẢN CHUYỂN GIAO ĐỒ VẬT</source>
   <translation>MINUTES OF HANDING OVER BELONGINGS</translation>
  </message>
  <message>
   <source>BIÊN BẢN GIAO ĐỒ VẬT LƯU KÝ CHO THÂN NHÂN</source>
   <translation>MINUTES OF HANDING SAFEKEEPING BELONGINGS TO RELATIVES</translation>
  </message>
  <message>
   <source>BIÊN BẢN NIÊM PHONG LẠI TÚI ĐỒ VẬT</source>
   <translation>MINUTES OF RESEALING A BAG OF BELONGINGS</translation>
  </message>
  <message>
   <source>BIÊN BẢN TIÊU HỦY ĐỒ VẬT</source>
   <translation>MINUTES OF DESTROYING BELONGINGS</translation>
  </message>
  <message>
   <source>BIÊN BẢN TRẢ TIỀN, ĐỒ VẬT LƯU KÝ</source>
   <translation>MINUTES OF RETURNING SAFEKEEPING MONEY AND BELONGINGS</translation>
  </message>
  <message>
   <source>Biên bản</source>
   <translation>Minutes</translation>
  </message>
  <message>
   <source>Biên bản vi phạm (V-34)</source>
   <translation>Violation minutes (V-34)</translation>
  </message>
  <message>
   <source>BÁO CÁO QUÂN SỐ</source>
   <translation>ROLL REPORT</translation>
  </message>
  <message>
   <source>BÌ NIÊM PHONG – HỒ SƠ Y TẾ</source>
   <translation>SEALED ENVELOPE – MEDICAL RECORDS</translation>
  </message>
  <message>
   <source>Bàn giao</source>
   <translation>Handover</translation>
  </message>
  <message>
   <source>Bên giao</source>
   <translation>Delivered by</translation>
  </message>
  <message>
   <source>Bên nhận</source>
   <translation>Received by</translation>
  </message>
  <message>
   <source>Bì niêm phong phần y tế</source>
   <translation>Sealed envelope of the medical part</translation>
  </message>
  <message>
   <source>BẢNG QUYỀN THEO VAI TRÒ</source>
   <translation>TABLE OF PERMISSIONS BY ROLE</translation>
  </message>
  <message>
   <source>Bản sao kết quả xác định tình trạng nghiện, hoặc V-35</source>
   <translation>Copy of the addiction assessment result, or V-35</translation>
  </message>
  <message>
   <source>Bản sao tóm tắt lý lịch (V-33)</source>
   <translation>Copy of the personal history summary (V-33)</translation>
  </message>
  <message>
   <source>Bản số {number}</source>
   <translation>Copy {number}</translation>
  </message>
  <message>
   <source>Bản tường trình của người dưới 18 tuổi (V-38), hoặc biên bản ghi lời (V-58)</source>
   <translation>Statement of the person under 18 (V-38), or minutes of the spoken statement (V-58)</translation>
  </message>
  <message>
   <source>Bắt đầu tiếp nhận cai nghiện ngày {first}; hoàn thành việc cai nghiện ngày {last}.</source>
   <translation>Admitted for rehabilitation on {first}; rehabilitation completed on {last}.</translation>
  </message>
  <message>
   <source>Ca từ {since} đến {until}</source>
   <translation>Shift from {since} to {until}</translation>
  </message>
  <message>
   <source>Chi</source>
   <translation>Out</translation>
  </message>
  <message>
   <source>Chi tiết</source>
   <translation>Details</translation>
  </message>
  <message>
   <source>Chiều</source>
   <translation>Direction</translation>
  </message>
  <message>
   <source>Chiều cao (m)</source>
   <translation>Height (m)</translation>
  </message>
  <message>
   <source>Cho vào phong bì dán kín, ký lên mép dán, cất trong két của cơ sở.</source>
   <translation>Put it in a sealed envelope, sign across the flap, and keep it in the facility’s safe.</translation>
  </message>
  <message>
   <source>Chênh lệch</source>
   <translation>Difference</translation>
  </message>
  <message>
   <source>Chưa có giường</source>
   <translation>No bed yet</translation>
  </message>
  <message>
   <source>Chưa có khi bàn giao, gửi bổ sung sau</source>
   <translation>Not available at handover, sent later</translation>
  </message>
  <message>
   <source>Chưa có ảnh</source>
   <translation>No photo yet</translation>
  </message>
  <message>
   <source>Chỉ người có tên dưới đây hoặc cơ sở y tế được người đó cho phép mới được mở bì này.</source>
   <translation>Only the person named below, or a medical facility with that person’s permission, may open this envelope.</translation>
  </message>
  <message>
   <source>Cuối kỳ</source>
   <translation>Closing</translation>
  </message>
  <message>
   <source>Cán bộ</source>
   <translation>Officer</translation>
  </message>
  <message>
   <source>Cán bộ lập phiếu</source>
   <translation>Slip made by</translation>
  </message>
  <message>
   <source>Cán bộ trực</source>
   <translation>Officer on duty</translation>
  </message>
  <message>
   <source>Cán bộ áp giải</source>
   <translation>Escorting officer</translation>
  </message>
  <message>
   <source>Cân nặng (kg)</source>
   <translation>Weight (kg)</translation>
  </message>
  <message>
   <source>Còn giữ</source>
   <translation>Still kept</translation>
  </message>
  <message>
   <source>Có mặt</source>
   <translation>Present</translation>
  </message>
  <message>
   <source>Có người</source>
   <translation>Occupied</translation>
  </message>
  <message>
   <source>Công an cấp tỉnh; lãnh đạo cơ sở; các tổ, cổng gác; gia đình</source>
   <translation>Provincial police; leaders of the facility; teams, gate posts; family</translation>
  </message>
  <message>
   <source>Công an cấp xã nơi cơ sở đặt trụ sở – {name}</source>
   <translation>Commune police of the facility’s seat – {name}</translation>
  </message>
  <message>
   <source>Công an cấp xã nơi cư trú – {name}</source>
   <translation>Commune police of the place of residence – {name}</translation>
  </message>
  <message>
   <source>Công an {area}</source>
   <translation>Police of {area}</translation>
  </message>
  <message>
   <source>Căn cứ</source>
   <translation>Legal basis</translation>
  </message>
  <message>
   <source>Cư trú</source>
   <translation>Residence</translation>
  </message>
  <message>
   <source>Cất giữ ở đâu</source>
   <translation>Where to keep it</translation>
  </message>
  <message>
   <source>CẦN LƯU Ý</source>
   <translation>CAUTION</translation>
  </message>
  <message>
   <source>Cục Y tế – Bộ Công an</source>
   <translation>Medical Department – Ministry of Public Security</translation>
  </message>
  <message>
   <source>Cục trưởng Cục Cảnh sát quản lý trại giam, cơ sở giáo dục bắt buộc, trường giáo dưỡng</source>
   <translation>Director of the Police Department for Prisons, Compulsory Education Facilities and Reform Schools</translation>
  </message>
  <message>
   <source>DANH SÁCH LƯU KÝ</source>
   <translation>SAFEKEEPING LIST</translation>
  </message>
  <message>
   <source>DANH SÁCH NGƯỜI VẮNG MẶT</source>
   <translation>LIST OF ABSENT PEOPLE</translation>
  </message>
  <message>
   <source>DANH SÁCH NGƯỜI ĐÃ XEM HỒ SƠ</source>
   <translation>LIST OF PEOPLE WHO VIEWED THE CASE FILE</translation>
  </message>
  <message>
   <source>DANH SÁCH RA CƠ SỞ NGÀY {day}</source>
   <translation>LIST OF DISCHARGES ON {day}</translation>
  </message>
  <message>
   <source>DANH SÁCH SẮP RA CƠ SỞ</source>
   <translation>LIST OF UPCOMING DISCHARGES</translation>
  </message>
  <message>
   <source>DANH SÁCH ĐĂNG NHẬP</source>
   <translation>LIST OF SIGN-INS</translation>
  </message>
  <message>
   <source>Diễn biến</source>
   <translation>Course of events</translation>
  </message>
  <message>
   <source>Dấu vết riêng</source>
   <translation>Identifying marks</translation>
  </message>
  <message>
   <source>Dữ liệu của cơ sở được mã hóa, mỗi người mở bằng mật khẩu của mình. Khi quên mật khẩu, hỏng máy hoặc chuyển sang máy khác, chỉ khóa dưới đây mở lại được dữ liệu và các bản sao lưu. Chương trình không giữ khóa này ở nơi nào khác: mất cả mật khẩu lẫn tờ này là mất toàn bộ dữ liệu.</source>
   <translation>The facility’s data is encrypted and each person opens it with their own password. After a forgotten password, a broken computer or a move to another computer, only the key below opens the data and the backups again. The program keeps this key nowhere else: if both the passwords and this sheet are lost, all data is lost.</translation>
  </message>
  <message>
   <source>Ghi</source>
   <translation>Record</translation>
  </message>
  <message>
   <source>Ghi chú</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Ghi nhận ngày người đứng đầu thông báo quyết định cho người được quản lý</source>
   <translation>Record of the date the head announced the decision to the person under temporary management</translation>
  </message>
  <message>
   <source>Giao người cai nghiện về chịu tang theo Quyết định số {number} ngày {day}</source>
   <translation>Handover of the resident for funeral leave under decision number {number} of {day}</translation>
  </message>
  <message>
   <source>Giám sát</source>
   <translation>Monitoring</translation>
  </message>
  <message>
   <source>Giám đốc Công an {province}</source>
   <translation>Director of the Police of {province}</translation>
  </message>
  <message>
   <source>Giường</source>
   <translation>Bed</translation>
  </message>
  <message>
   <source>Giấy XN</source>
   <translation>Certificate</translation>
  </message>
  <message>
   <source>Giấy tờ của cơ sở điều trị thay thế</source>
   <translation>Paper of the substitution treatment facility</translation>
  </message>
  <message>
   <source>Giấy tờ kèm theo</source>
   <translation>Accompanying papers</translation>
  </message>
  <message>
   <source>Giấy tờ tùy thân (căn cước, CCCD, hộ chiếu hoặc tài khoản định danh)</source>
   <translation>ID document (identity card, citizen identity card, passport or identification account)</translation>
  </message>
  <message>
   <source>Giấy tờ tùy thân, xem bản chính</source>
   <translation>ID document, see the original</translation>
  </message>
  <message>
   <source>Giấy tờ, địa chỉ, gia đình: do văn thư in, tài khoản này không xem được.</source>
   <translation>Papers, address, family: printed by the clerk; this account cannot view them.</translation>
  </message>
  <message>
   <source>Giấy xác nhận{number} ngày {day}</source>
   <translation>Certificate{number} of {day}</translation>
  </message>
  <message>
   <source>Gõ lần lượt từ nhóm 1 đến nhóm {count}; chữ hoa hay thường đều được, không cần gạch nối. Khóa không có chữ I, L, O, U: chỉ có số 1 và số 0. Nhóm cuối để kiểm tra gõ nhầm.</source>
   <translation>Type the groups in order from 1 to {count}; capital or small letters both work and hyphens are not needed. The key has no letters I, L, O or U: only the digits 1 and 0. The last group is there to detect typing errors.</translation>
  </message>
  <message>
   <source>Hạn trở lại</source>
   <translation>Return date</translation>
  </message>
  <message>
   <source>Họ và tên</source>
   <translation>Full name</translation>
  </message>
  <message>
   <source>HỒ SƠ BÁO ĐỘNG: NGƯỜI VẮNG MẶT TRÁI PHÉP</source>
   <translation>ALARM FILE: PERSON ABSENT WITHOUT LEAVE</translation>
  </message>
  <message>
   <source>Hồ sơ chưa ghi người thân nào.</source>
   <translation>No relatives are recorded in the case file.</translation>
  </message>
  <message>
   <source>Hợp đồng dịch vụ cai nghiện tự nguyện (V-29)</source>
   <translation>Voluntary rehabilitation service contract (V-29)</translation>
  </message>
  <message>
   <source>In bởi {name} lúc {at}</source>
   <translation>Printed by {name} at {at}</translation>
  </message>
  <message>
   <source>In lại lần {count}</source>
   <translation>Reprint {count}</translation>
  </message>
  <message>
   <source>In lại lần {number}</source>
   <translation>Reprint {number}</translation>
  </message>
  <message>
   <source>KHÓA KHÔI PHỤC DỮ LIỆU</source>
   <translation>DATA RECOVERY KEY</translation>
  </message>
  <message>
   <source>KHÓA SỔ LƯU KÝ THEO THÁNG</source>
   <translation>MONTHLY CLOSING OF THE SAFEKEEPING LEDGER</translation>
  </message>
  <message>
   <source>Khi lập bộ hồ sơ này chưa có giấy tờ y tế trong chương trình. Nếu bộ phận y tế có giấy tờ giao kèm, hãy cho vào bì, ghi số tờ và niêm phong trước mặt người nhận.</source>
   <translation>When this handover packet was made, the program held no medical papers. If the medical department has papers to hand over, put them in the envelope, write the number of sheets and seal it in front of the receiver.</translation>
  </message>
  <message>
   <source>Khi nghi có người khác đã xem, hoặc khi thay người đứng đầu: lập khóa mới và hủy tờ này.</source>
   <translation>If you suspect that someone else has seen it, or when the head changes: make a new key and destroy this sheet.</translation>
  </message>
  <message>
   <source>Khi điểm danh</source>
   <translation>At roll call</translation>
  </message>
  <message>
   <source>Khoản</source>
   <translation>Item</translation>
  </message>
  <message>
   <source>Khu</source>
   <translation>Zone</translation>
  </message>
  <message>
   <source>Khóa lập ngày {day} cho {name} (mã {code}). Khóa cũ, nếu có, không còn mở được gì.</source>
   <translation>Key made on {day} for {name} (code {code}). The former key, if any, opens nothing any more.</translation>
  </message>
  <message>
   <source>Không chụp ảnh, không gửi qua tin nhắn hay thư điện tử, không gõ vào tệp nào.</source>
   <translation>Do not photograph it, send it by message or email, or type it into any file.</translation>
  </message>
  <message>
   <source>Không còn việc nào mở.</source>
   <translation>Nothing is still open.</translation>
  </message>
  <message>
   <source>Không có cảnh báo nào trong hồ sơ.</source>
   <translation>No alerts in the case file.</translation>
  </message>
  <message>
   <source>Không có.</source>
   <translation>None.</translation>
  </message>
  <message>
   <source>Không để chung với máy tính hoặc đĩa sao lưu: ai có cả hai thì xem được mọi hồ sơ.</source>
   <translation>Do not keep it with the computer or a backup disk: whoever has both can view every case file.</translation>
  </message>
  <message>
   <source>Khởi hành</source>
   <translation>Departure</translation>
  </message>
  <message>
   <source>Kiểm đếm</source>
   <translation>Counted</translation>
  </message>
  <message>
   <source>Ký nhận</source>
   <translation>Signature</translation>
  </message>
  <message>
   <source>Kế hoạch tái hòa nhập cộng đồng (V-19) kèm theo là mẫu chưa ghi nội dung</source>
   <translation>The enclosed reintegration plan (V-19) is a form not yet filled in</translation>
  </message>
  <message>
   <source>Lô {lot}</source>
   <translation>Lot {lot}</translation>
  </message>
  <message>
   <source>Lúc</source>
   <translation>When</translation>
  </message>
  <message>
   <source>Lý do</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>LỆNH ÁP GIẢI, ĐƯA ĐÓN NGƯỜI CAI NGHIỆN</source>
   <translation>ORDER TO ESCORT AND TRANSPORT A RESIDENT</translation>
  </message>
  <message>
   <source>Máy</source>
   <translation>Computer</translation>
  </message>
  <message>
   <source>Mã</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Mã kiểm tra (SHA-256)</source>
   <translation>Check code (SHA-256)</translation>
  </message>
  <message>
   <source>Mật – giữ như giữ con dấu</source>
   <translation>Secret – keep it as you keep the seal</translation>
  </message>
  <message>
   <source>MỤC LỤC HỒ SƠ BÀN GIAO</source>
   <translation>CONTENTS OF THE HANDOVER PACKET</translation>
  </message>
  <message>
   <source>Mục lục hồ sơ bàn giao</source>
   <translation>Contents of the handover packet</translation>
  </message>
  <message>
   <source>Mục đích</source>
   <translation>Purpose</translation>
  </message>
  <message>
   <source>Ngày</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Ngày chuyển</source>
   <translation>Passed on</translation>
  </message>
  <message>
   <source>Ngày mai không có ai ra cơ sở.</source>
   <translation>Nobody is due for discharge tomorrow.</translation>
  </message>
  <message>
   <source>Ngày ra</source>
   <translation>Discharge date</translation>
  </message>
  <message>
   <source>Ngày trả</source>
   <translation>Date returned</translation>
  </message>
  <message>
   <source>Ngày {day}</source>
   <translation>{day}</translation>
  </message>
  <message>
   <source>Ngày đến</source>
   <translation>Arrived on</translation>
  </message>
  <message>
   <source>Ngày, tháng, năm văn bản</source>
   <translation>Document date</translation>
  </message>
  <message>
   <source>Người cai nghiện</source>
   <translation>Resident</translation>
  </message>
  <message>
   <source>Người cai nghiện không ký: {reason}. Người làm chứng: {witness}.</source>
   <translation>The resident does not sign: {reason}. Witness: {witness}.</translation>
  </message>
  <message>
   <source>Người chứng kiến</source>
   <translation>Observer</translation>
  </message>
  <message>
   <source>Người giao ca</source>
   <translation>Handed over by</translation>
  </message>
  <message>
   <source>Người gửi, người nhận</source>
   <translation>Sender, receiver</translation>
  </message>
  <message>
   <source>Người gửi, nhận; ghi chú</source>
   <translation>Sender, receiver; note</translation>
  </message>
  <message>
   <source>Người khóa sổ</source>
   <translation>Closed by</translation>
  </message>
  <message>
   <source>Người ký</source>
   <translation>Signed by</translation>
  </message>
  <message>
   <source>Người làm chứng</source>
   <translation>Witness</translation>
  </message>
  <message>
   <source>Người lập</source>
   <translation>Made by</translation>
  </message>
  <message>
   <source>Người lập khóa</source>
   <translation>Key made by</translation>
  </message>
  <message>
   <source>Người nhận</source>
   <translation>Receiver</translation>
  </message>
  <message>
   <source>Người nhận ca</source>
   <translation>Taken over by</translation>
  </message>
  <message>
   <source>Người nhận thay</source>
   <translation>Received on behalf</translation>
  </message>
  <message>
   <source>Người nhận: {name} – {code}</source>
   <translation>Receiver: {name} – {code}</translation>
  </message>
  <message>
   <source>Người niêm phong</source>
   <translation>Sealed by</translation>
  </message>
  <message>
   <source>Người ra lệnh</source>
   <translation>Order given by</translation>
  </message>
  <message>
   <source>Người xem</source>
   <translation>Viewed by</translation>
  </message>
  <message>
   <source>Người điểm danh</source>
   <translation>Roll called by</translation>
  </message>
  <message>
   <source>Người được đưa đi</source>
   <translation>Person taken out</translation>
  </message>
  <message>
   <source>Người đứng đầu cơ sở</source>
   <translation>Head of facility</translation>
  </message>
  <message>
   <source>Nhận V-51</source>
   <translation>V-51 received</translation>
  </message>
  <message>
   <source>Nhận lại người cai nghiện về chịu tang theo Quyết định số {number} ngày {day}</source>
   <translation>Return of the resident from funeral leave under decision number {number} of {day}</translation>
  </message>
  <message>
   <source>Niêm phong</source>
   <translation>Seal</translation>
  </message>
  <message>
   <source>Năm sinh, giới tính</source>
   <translation>Year of birth, sex</translation>
  </message>
  <message>
   <source>Năm {year}</source>
   <translation>Year {year}</translation>
  </message>
  <message>
   <source>Năm {year} – đã gửi số {number}</source>
   <translation>Year {year} – sent as no. {number}</translation>
  </message>
  <message>
   <source>Nơi</source>
   <translation>Place</translation>
  </message>
  <message>
   <source>Nơi có thể đến, người liên hệ</source>
   <translation>Places they may go, contacts</translation>
  </message>
  <message>
   <source>Nơi giữ</source>
   <translation>Kept at</translation>
  </message>
  <message>
   <source>Nơi nhận văn bản</source>
   <translation>Recipients</translation>
  </message>
  <message>
   <source>Nơi đến</source>
   <translation>Destination</translation>
  </message>
  <message>
   <source>Nơi ở hiện tại</source>
   <translation>Current address</translation>
  </message>
  <message>
   <source>Nội dung</source>
   <translation>Content</translation>
  </message>
  <message>
   <source>PHIẾU CHI TIỀN LƯU KÝ</source>
   <translation>SLIP FOR SAFEKEEPING MONEY PAID OUT</translation>
  </message>
  <message>
   <source>PHIẾU CẤP PHÁT ĐỒ DÙNG</source>
   <translation>SLIP FOR SUPPLIES HANDED OUT</translation>
  </message>
  <message>
   <source>PHIẾU NHẬN GIỮ ĐỒ VẬT LƯU KÝ</source>
   <translation>SLIP FOR BELONGINGS TAKEN INTO SAFEKEEPING</translation>
  </message>
  <message>
   <source>PHIẾU THU TIỀN LƯU KÝ</source>
   <translation>SLIP FOR SAFEKEEPING MONEY RECEIVED</translation>
  </message>
  <message>
   <source>PHIẾU TRẢ ĐỒ VẬT LƯU KÝ</source>
   <translation>SLIP FOR SAFEKEEPING BELONGINGS RETURNED</translation>
  </message>
  <message>
   <source>PHIẾU ĐIỀU CHỈNH SỔ LƯU KÝ</source>
   <translation>SAFEKEEPING LEDGER ADJUSTMENT SLIP</translation>
  </message>
  <message>
   <source>PHIẾU ĐIỂM DANH</source>
   <translation>ROLL CALL SHEET</translation>
  </message>
  <message>
   <source>Phiếu</source>
   <translation>Slip</translation>
  </message>
  <message>
   <source>Phát hiện vắng lúc</source>
   <translation>Absence found at</translation>
  </message>
  <message>
   <source>Phòng</source>
   <translation>Room</translation>
  </message>
  <message>
   <source>Phương tiện</source>
   <translation>Transport</translation>
  </message>
  <message>
   <source>Phải báo</source>
   <translation>To notify</translation>
  </message>
  <message>
   <source>QUÁ HẠN TRỞ LẠI</source>
   <translation>PAST RETURN DATE</translation>
  </message>
  <message>
   <source>Quyết định</source>
   <translation>Decision</translation>
  </message>
  <message>
   <source>Quyết định cai nghiện ma túy tự nguyện (V-22)</source>
   <translation>Voluntary rehabilitation decision (V-22)</translation>
  </message>
  <message>
   <source>Quyết định của Tòa án áp dụng biện pháp đưa đi cai nghiện bắt buộc</source>
   <translation>Court decision on compulsory rehabilitation</translation>
  </message>
  <message>
   <source>Quyết định giao cơ sở tiếp nhận</source>
   <translation>Facility assignment decision</translation>
  </message>
  <message>
   <source>Quyết định giao quản lý trong thời gian lập hồ sơ (V-32)</source>
   <translation>Temporary management decision while the file is prepared (V-32)</translation>
  </message>
  <message>
   <source>Quyết định quản lý sau cai nghiện số {number} ngày {day} của {authority}</source>
   <translation>Post-rehabilitation management decision {number} of {day} of {authority}</translation>
  </message>
  <message>
   <source>Quyết định truy tìm</source>
   <translation>Search order</translation>
  </message>
  <message>
   <source>Quét mã này trong chương trình để kiểm tra giấy.</source>
   <translation>Scan this code in the program to verify the paper.</translation>
  </message>
  <message>
   <source>Quét trong chương trình để kiểm tra bộ hồ sơ. SHA-256: {digest}</source>
   <translation>Scan in the program to verify the packet. SHA-256: {digest}</translation>
  </message>
  <message>
   <source>Quê quán</source>
   <translation>Native place</translation>
  </message>
  <message>
   <source>Quần áo, đồ mang theo</source>
   <translation>Clothing, things carried</translation>
  </message>
  <message>
   <source>STT</source>
   <translation>No.</translation>
  </message>
  <message>
   <source>Sinh, giới tính</source>
   <translation>Birth, sex</translation>
  </message>
  <message>
   <source>SƠ ĐỒ CHỖ Ở</source>
   <translation>ACCOMMODATION PLAN</translation>
  </message>
  <message>
   <source>Số dòng</source>
   <translation>Rows</translation>
  </message>
  <message>
   <source>Số dư</source>
   <translation>Balance</translation>
  </message>
  <message>
   <source>Số dư sau</source>
   <translation>Balance after</translation>
  </message>
  <message>
   <source>Số dư trước</source>
   <translation>Balance before</translation>
  </message>
  <message>
   <source>Số dư đến lúc in: {amount}.</source>
   <translation>Balance at the time of printing: {amount}.</translation>
  </message>
  <message>
   <source>Số giấy tờ</source>
   <translation>ID document number</translation>
  </message>
  <message>
   <source>Số lượng</source>
   <translation>Quantity</translation>
  </message>
  <message>
   <source>Số lượng bản</source>
   <translation>Copies</translation>
  </message>
  <message>
   <source>Số lần sai</source>
   <translation>Failed attempts</translation>
  </message>
  <message>
   <source>Số tiền</source>
   <translation>Amount</translation>
  </message>
  <message>
   <source>Số trang</source>
   <translation>Pages</translation>
  </message>
  <message>
   <source>Số tờ trong bì: ……… Niêm phong ngày ……… tháng ……… năm …………</source>
   <translation>Sheets in the envelope: ……… Sealed on day ……… month ……… year …………</translation>
  </message>
  <message>
   <source>Số {number}</source>
   <translation>Number {number}</translation>
  </message>
  <message>
   <source>Số đến</source>
   <translation>Arrival no.</translation>
  </message>
  <message>
   <source>Số, ký hiệu</source>
   <translation>Number and symbol</translation>
  </message>
  <message>
   <source>Số, ký hiệu văn bản</source>
   <translation>Document number and symbol</translation>
  </message>
  <message>
   <source>SỔ LƯU KÝ</source>
   <translation>SAFEKEEPING LEDGER</translation>
  </message>
  <message>
   <source>SỔ ĐĂNG KÝ VĂN BẢN ĐI</source>
   <translation>REGISTER OF OUTGOING DOCUMENTS</translation>
  </message>
  <message>
   <source>SỔ ĐĂNG KÝ VĂN BẢN ĐẾN</source>
   <translation>REGISTER OF INCOMING DOCUMENTS</translation>
  </message>
  <message>
   <source>Sở Y tế</source>
   <translation>Department of Health</translation>
  </message>
  <message>
   <source>Sức chứa</source>
   <translation>Capacity</translation>
  </message>
  <message>
   <source>TT</source>
   <translation>No.</translation>
  </message>
  <message>
   <source>Theo sổ</source>
   <translation>Register</translation>
  </message>
  <message>
   <source>Thu</source>
   <translation>In</translation>
  </message>
  <message>
   <source>Tháng</source>
   <translation>Month</translation>
  </message>
  <message>
   <source>Thường trú</source>
   <translation>Permanent address</translation>
  </message>
  <message>
   <source>Thủ quỹ</source>
   <translation>Treasurer</translation>
  </message>
  <message>
   <source>Tin báo gửi về: {facility}, {phone}</source>
   <translation>Send news to: {facility}, {phone}</translation>
  </message>
  <message>
   <source>Tiền mặt {amount}</source>
   <translation>Cash {amount}</translation>
  </message>
  <message>
   <source>Tiền trả</source>
   <translation>Money returned</translation>
  </message>
  <message>
   <source>Toàn cơ sở</source>
   <translation>Whole facility</translation>
  </message>
  <message>
   <source>Trang {number}/{count}</source>
   <translation>Page {number}/{count}</translation>
  </message>
  <message>
   <source>Trong 24 giờ: Công an cấp xã đã lập hồ sơ – {name} (Luật PCMT 2025 Đ46.2i)</source>
   <translation>Within 24 hours: commune police that made the file – {name} (Drug Law 2025, Art. 46.2i)</translation>
  </message>
  <message>
   <source>Trực lãnh đạo</source>
   <translation>Leader on duty</translation>
  </message>
  <message>
   <source>Tài khoản</source>
   <translation>Account</translation>
  </message>
  <message>
   <source>Tác giả</source>
   <translation>Author</translation>
  </message>
  <message>
   <source>Tên giấy tờ</source>
   <translation>Name of paper</translation>
  </message>
  <message>
   <source>Tên gọi khác</source>
   <translation>Other names</translation>
  </message>
  <message>
   <source>Tên loại và trích yếu nội dung văn bản</source>
   <translation>Type and subject of document</translation>
  </message>
  <message>
   <source>Tình trạng</source>
   <translation>Condition</translation>
  </message>
  <message>
   <source>Túi niêm phong</source>
   <translation>Sealed bag</translation>
  </message>
  <message>
   <source>Tất cả các năm</source>
   <translation>All years</translation>
  </message>
  <message>
   <source>Tỉnh táo, đi lại bình thường; không thấy dấu hiệu bất thường</source>
   <translation>Alert, walks normally; no abnormal signs seen</translation>
  </message>
  <message>
   <source>Tổng</source>
   <translation>Total</translation>
  </message>
  <message>
   <source>Tổng số: {count} dòng.</source>
   <translation>Total: {count} rows.</translation>
  </message>
  <message>
   <source>Tổng số: {count} văn bản.</source>
   <translation>Total: {count} documents.</translation>
  </message>
  <message>
   <source>Tổng {total} = có mặt {present} + vắng {away}</source>
   <translation>Total {total} = present {present} + absent {away}</translation>
  </message>
  <message>
   <source>Tờ này là gì</source>
   <translation>What this sheet is</translation>
  </message>
  <message>
   <source>Từ</source>
   <translation>From</translation>
  </message>
  <message>
   <source>Từ ngày ra cơ sở, không việc nào còn mở giữ ai lại; việc thiếu được ghi và theo dõi tiếp.</source>
   <translation>From the discharge date nothing still open keeps anybody here; what is missing is recorded and followed up.</translation>
  </message>
  <message>
   <source>V-23</source>
   <translation>V-23</translation>
  </message>
  <message>
   <source>V-51</source>
   <translation>V-51</translation>
  </message>
  <message>
   <source>V-53</source>
   <translation>V-53</translation>
  </message>
  <message>
   <source>Vai trò</source>
   <translation>Roles</translation>
  </message>
  <message>
   <source>Vai trò được làm</source>
   <translation>Roles allowed</translation>
  </message>
  <message>
   <source>Việc</source>
   <translation>Action</translation>
  </message>
  <message>
   <source>Văn bản của Công an về việc không có nơi cư trú ổn định</source>
   <translation>Police document on having no stable residence</translation>
  </message>
  <message>
   <source>Văn bản đề nghị của Trưởng Công an cấp xã</source>
   <translation>Proposal document of the head of the commune police</translation>
  </message>
  <message>
   <source>Vắng vì</source>
   <translation>Absent for</translation>
  </message>
  <message>
   <source>ba</source>
   <translation>three</translation>
  </message>
  <message>
   <source>bản thân</source>
   <translation>self</translation>
  </message>
  <message>
   <source>bảy</source>
   <translation>seven</translation>
  </message>
  <message>
   <source>bốn</source>
   <translation>four</translation>
  </message>
  <message>
   <source>chín</source>
   <translation>nine</translation>
  </message>
  <message>
   <source>chỉ chính chương trình</source>
   <translation>only the program itself</translation>
  </message>
  <message>
   <source>cấp tỉnh</source>
   <translation>the province</translation>
  </message>
  <message>
   <source>hai</source>
   <translation>two</translation>
  </message>
  <message>
   <source>hết hạn {amount}</source>
   <translation>expired {amount}</translation>
  </message>
  <message>
   <source>không</source>
   <translation>zero</translation>
  </message>
  <message>
   <source>không còn gì</source>
   <translation>nothing left</translation>
  </message>
  <message>
   <source>linh</source>
   <translation>and</translation>
  </message>
  <message>
   <source>lăm</source>
   <translation>five</translation>
  </message>
  <message>
   <source>mươi</source>
   <translation>tens</translation>
  </message>
  <message>
   <source>mười</source>
   <translation>ten</translation>
  </message>
  <message>
   <source>mọi vai trò</source>
   <translation>every role</translation>
  </message>
  <message>
   <source>mốt</source>
   <translation>one</translation>
  </message>
  <message>
   <source>một</source>
   <translation>one</translation>
  </message>
  <message>
   <source>nghìn</source>
   <translation>thousand</translation>
  </message>
  <message>
   <source>người bệnh</source>
   <translation>patient</translation>
  </message>
  <message>
   <source>người đại diện của người bệnh</source>
   <translation>representative of the patient</translation>
  </message>
  <message>
   <source>nhóm {number}</source>
   <translation>group {number}</translation>
  </message>
  <message>
   <source>năm</source>
   <translation>five</translation>
  </message>
  <message>
   <source>phẩy</source>
   <translation>point</translation>
  </message>
  <message>
   <source>quá {count} ngày</source>
   <translation>overdue by {count} d</translation>
  </message>
  <message>
   <source>sáu</source>
   <translation>six</translation>
  </message>
  <message>
   <source>số {number}</source>
   <translation>number {number}</translation>
  </message>
  <message>
   <source>thiếu {amount}</source>
   <translation>missing {amount}</translation>
  </message>
  <message>
   <source>thực hiện các giai đoạn cai nghiện tại cơ sở</source>
   <translation>carry out stages of rehabilitation in the facility</translation>
  </message>
  <message>
   <source>triệu</source>
   <translation>million</translation>
  </message>
  <message>
   <source>trong túi niêm phong</source>
   <translation>in a sealed bag</translation>
  </message>
  <message>
   <source>trăm</source>
   <translation>hundred</translation>
  </message>
  <message>
   <source>trống: {beds}</source>
   <translation>free: {beds}</translation>
  </message>
  <message>
   <source>tám</source>
   <translation>eight</translation>
  </message>
  <message>
   <source>tạm đóng, {reason}</source>
   <translation>closed for now, {reason}</translation>
  </message>
  <message>
   <source>từ ngày {first} đến ngày {last}</source>
   <translation>from {first} to {last}</translation>
  </message>
  <message>
   <source>tỷ</source>
   <translation>billion</translation>
  </message>
  <message>
   <source>vỡ, hỏng {amount}</source>
   <translation>broken, damaged {amount}</translation>
  </message>
  <message>
   <source>{age} tuổi</source>
   <translation>age {age}</translation>
  </message>
  <message>
   <source>{amount}, {count} đồ vật</source>
   <translation>{amount}, belongings: {count}</translation>
  </message>
  <message>
   <source>{at} – Phát hiện vắng mặt</source>
   <translation>{at} – Absence found</translation>
  </message>
  <message>
   <source>{beds} giường, {taken} có người, {free} trống.</source>
   <translation>Beds: {beds}, occupied: {taken}, free: {free}.</translation>
  </message>
  <message>
   <source>{count} hồ sơ, {late} quá hạn trở lại</source>
   <translation>Case files: {count}, past return date: {late}</translation>
  </message>
  <message>
   <source>{count} người</source>
   <translation>People: {count}</translation>
  </message>
  <message>
   <source>{count} người, tổng số dư {amount}.</source>
   <translation>People: {count}, total balance {amount}.</translation>
  </message>
  <message>
   <source>{count} {what}</source>
   <translation>{count} {what}</translation>
  </message>
  <message>
   <source>{name} – {code} – lập ngày {day}</source>
   <translation>{name} – {code} – made on {day}</translation>
  </message>
  <message>
   <source>{number} ngày {day} của {authority}</source>
   <translation>{number} of {day} of {authority}</translation>
  </message>
  <message>
   <source>{what} (đồ vật cấm)</source>
   <translation>{what} (forbidden)</translation>
  </message>
  <message>
   <source>Ý kiến của cha mẹ, người giám hộ (V-39), hoặc biên bản từ chối (V-40)</source>
   <translation>Opinion of the parents or guardian (V-39), or minutes of refusal (V-40)</translation>
  </message>
  <message>
   <source>Ý kiến của cha mẹ, người giám hộ trong đơn V-20</source>
   <translation>Opinion of the parents or guardian in application V-20</translation>
  </message>
  <message>
   <source>Đi lúc</source>
   <translation>Left at</translation>
  </message>
  <message>
   <source>Điều chỉnh phiếu</source>
   <translation>Adjusts slip</translation>
  </message>
  <message>
   <source>Điểm danh</source>
   <translation>Roll call</translation>
  </message>
  <message>
   <source>ĐÃ HỦY</source>
   <translation>VOID</translation>
  </message>
  <message>
   <source>Đã giao lúc: {at}; người nhận: {whom}</source>
   <translation>Handed over at: {at}; receiver: {whom}</translation>
  </message>
  <message>
   <source>Đã nhận lại lúc: ……………………; người giao: ……………………………………</source>
   <translation>Taken back at: ……………………; delivered by: ……………………………………</translation>
  </message>
  <message>
   <source>Đơn vị hoặc người nhận</source>
   <translation>Department or person receiving</translation>
  </message>
  <message>
   <source>Đơn vị, người nhận bản lưu</source>
   <translation>Department or person receiving the file copy</translation>
  </message>
  <message>
   <source>Đơn đăng ký cai nghiện tự nguyện (V-20)</source>
   <translation>Application for voluntary rehabilitation (V-20)</translation>
  </message>
  <message>
   <source>Đơn đề nghị cho về chịu tang {mourned}</source>
   <translation>Application for funeral leave: {mourned}</translation>
  </message>
  <message>
   <source>Đầu kỳ</source>
   <translation>Opening</translation>
  </message>
  <message>
   <source>Đặc điểm</source>
   <translation>Features</translation>
  </message>
  <message>
   <source>Đến</source>
   <translation>To</translation>
  </message>
  <message>
   <source>Đồ vật</source>
   <translation>Belongings</translation>
  </message>
  <message>
   <source>Đồ vật đang giữ:</source>
   <translation>Belongings kept:</translation>
  </message>
  <message>
   <source>đang ở</source>
   <translation>now here</translation>
  </message>
  <message>
   <source>đã điều chỉnh bằng {receipt}</source>
   <translation>adjusted by {receipt}</translation>
  </message>
  <message>
   <source>Ủy ban nhân dân {area}</source>
   <translation>People’s Committee of {area}</translation>
  </message>
 </context>
 <context>
  <name>permissions</name>
  <message>
   <source>Ban hành văn bản, lấy số</source>
   <translation>Issue documents, take numbers</translation>
  </message>
  <message>
   <source>Biết ai đang được theo dõi đặc biệt và lần trông kế tiếp (không biết bệnh)</source>
   <translation>Know who is under special observation and when the next watch is (not the illness)</translation>
  </message>
  <message>
   <source>Biết xét nghiệm chất ma túy có dương tính hay không</source>
   <translation>Know whether a drug test is positive</translation>
  </message>
  <message>
   <source>Biết y tế đã phân loại người mới đến hay chưa (không biết nội dung)</source>
   <translation>Know whether the medical staff have triaged a new arrival (not the content)</translation>
  </message>
  <message>
   <source>Bắt đầu, kết thúc giai đoạn</source>
   <translation>Begin and end stages</translation>
  </message>
  <message>
   <source>Bắt đầu, kết thúc điều trị thay thế và phác đồ cắt cơn</source>
   <translation>Start and end substitution treatment and detox protocols</translation>
  </message>
  <message>
   <source>Bắt đầu, tăng mức theo dõi nguy cơ tự hại</source>
   <translation>Start and raise self-harm risk observation</translation>
  </message>
  <message>
   <source>Cho dùng thuốc, ghi kết quả liều</source>
   <translation>Give medicine, record dose results</translation>
  </message>
  <message>
   <source>Cho phép hai người cùng một số giấy tờ</source>
   <translation>Allow two people the same ID document number</translation>
  </message>
  <message>
   <source>Cho ra cơ sở</source>
   <translation>Discharge residents</translation>
  </message>
  <message>
   <source>Cho ra cơ sở, kết thúc lần cai nghiện</source>
   <translation>Discharge, end stays</translation>
  </message>
  <message>
   <source>Cho đi, có hồ sơ vắng mặt: đi viện, chịu tang, tố tụng, tạm giữ, chấp hành án tù</source>
   <translation>Let a person leave on an absence case: hospital, funeral, proceedings, remand, prison sentence</translation>
  </message>
  <message>
   <source>Chuẩn bị ra cơ sở: nơi cư trú, quyết định nhận được, tiền và đồ vật</source>
   <translation>Prepare discharge: residence, decisions received, money and belongings</translation>
  </message>
  <message>
   <source>Chấm thang đánh giá</source>
   <translation>Score rating scales</translation>
  </message>
  <message>
   <source>Chọn bộ mức độ CIWA-Ar của cơ sở</source>
   <translation>Choose the facility’s CIWA-Ar set of levels</translation>
  </message>
  <message>
   <source>Chọn giường cho người mới tiếp nhận</source>
   <translation>Choose a bed for somebody newly taken in</translation>
  </message>
  <message>
   <source>Chụp ảnh, ghi đặc điểm nhận dạng</source>
   <translation>Take photos and record identifying marks</translation>
  </message>
  <message>
   <source>Cấp phát quần áo, chăn màn, đồ dùng sinh hoạt</source>
   <translation>Hand out clothes, bedding and daily supplies</translation>
  </message>
  <message>
   <source>Cấp và thu hồi quyền xem có thời hạn</source>
   <translation>Grant and revoke time-limited access</translation>
  </message>
  <message>
   <source>Cập nhật tình trạng, chỗ ở trên thẻ người cai nghiện</source>
   <translation>Update status and accommodation on resident cards</translation>
  </message>
  <message>
   <source>Duyệt phiếu lĩnh thuốc (trưởng khoa dược)</source>
   <translation>Approve medicine requisitions (head of pharmacy)</translation>
  </message>
  <message>
   <source>Duyệt y lệnh thuốc (dược sĩ)</source>
   <translation>Approve medicine orders (pharmacist)</translation>
  </message>
  <message>
   <source>Ghi bệnh sử, khám, chẩn đoán, kế hoạch điều trị</source>
   <translation>Record history, examination, diagnoses, treatment plan</translation>
  </message>
  <message>
   <source>Ghi bỏ trốn, quá hạn chịu tang, tự ý rời cơ sở</source>
   <translation>Record an escape, an overstayed funeral leave, a voluntary resident's leaving</translation>
  </message>
  <message>
   <source>Ghi bỏ trốn, quá hạn trở lại</source>
   <translation>Record escapes and late returns</translation>
  </message>
  <message>
   <source>Ghi dấu hiệu sinh tồn</source>
   <translation>Record vital signs</translation>
  </message>
  <message>
   <source>Ghi dấu hiệu sức khỏe nhìn thấy khi tiếp nhận</source>
   <translation>Record health signs seen at admission</translation>
  </message>
  <message>
   <source>Ghi dị ứng thuốc</source>
   <translation>Record medicine allergies</translation>
  </message>
  <message>
   <source>Ghi kết quả sàng lọc bệnh truyền nhiễm</source>
   <translation>Record results of infectious disease screening</translation>
  </message>
  <message>
   <source>Ghi kết quả xét nghiệm chất ma túy</source>
   <translation>Record drug test results</translation>
  </message>
  <message>
   <source>Ghi lô kit xét nghiệm và ngưỡng</source>
   <translation>Record test kit lots and cut-offs</translation>
  </message>
  <message>
   <source>Ghi ngày gửi, ngày nhận văn bản</source>
   <translation>Record when documents are sent and received</translation>
  </message>
  <message>
   <source>Ghi người cai nghiện ra ngoài: đi viện, tố tụng, chịu tang, tạm giữ, chấp hành án tù</source>
   <translation>Record residents going out: hospital, proceedings, funeral leave, custody, prison</translation>
  </message>
  <message>
   <source>Ghi người chết, tự ý chấm dứt, đã bàn giao cho cơ sở khác</source>
   <translation>Record a death, a self-termination, a handover to another facility</translation>
  </message>
  <message>
   <source>Ghi nhận, chi tiền lưu ký; ghi dòng điều chỉnh</source>
   <translation>Record receipts and payments of safekeeping money; record adjustment entries</translation>
  </message>
  <message>
   <source>Ghi phần kết quả lao động vào sổ lưu ký</source>
   <translation>Enter the share of labour results in the safekeeping ledger</translation>
  </message>
  <message>
   <source>Ghi quyết định của Tòa án, Công an về tạm đình chỉ, miễn</source>
   <translation>Record the court's or police's decision on suspension or exemption</translation>
  </message>
  <message>
   <source>Ghi quyết định, sự kiện của thời hạn</source>
   <translation>Record decisions and events of the term</translation>
  </message>
  <message>
   <source>Ghi quá trình sử dụng và cai nghiện ma túy</source>
   <translation>Record the history of drug use and rehabilitation</translation>
  </message>
  <message>
   <source>Ghi theo dõi, chăm sóc</source>
   <translation>Record observation and care</translation>
  </message>
  <message>
   <source>Ghi thất thoát, nhầm lẫn thuốc phải kiểm soát đặc biệt</source>
   <translation>Record losses and mix-ups of controlled medicines</translation>
  </message>
  <message>
   <source>Ghi tạm đình chỉ chấp hành</source>
   <translation>Record suspensions</translation>
  </message>
  <message>
   <source>Ghi từng lần trông người đang được theo dõi đặc biệt</source>
   <translation>Record each watch of people under special observation</translation>
  </message>
  <message>
   <source>Ghi và chấm dứt quyền ký thay, thừa lệnh, thừa ủy quyền</source>
   <translation>Record and end authority to sign for the head, by order or under authorisation</translation>
  </message>
  <message>
   <source>Ghi xét nghiệm HIV (cần quyền được cấp theo danh sách kín)</source>
   <translation>Record HIV tests (needs access granted by the confidential list)</translation>
  </message>
  <message>
   <source>Ghi xử trí dấu hiệu nguy hiểm</source>
   <translation>Record action taken on danger signs</translation>
  </message>
  <message>
   <source>Ghi xử trí dấu hiệu nguy hiểm khi tiếp nhận</source>
   <translation>Record action taken on danger signs at admission</translation>
  </message>
  <message>
   <source>Ghi đã khám sức khỏe trước khi ra cơ sở</source>
   <translation>Record the health examination before discharge</translation>
  </message>
  <message>
   <source>Ghi đồng ý, từ chối, rút đồng ý xét nghiệm</source>
   <translation>Record consent to tests, refusal, withdrawal of consent</translation>
  </message>
  <message>
   <source>Giao việc cho người khác</source>
   <translation>Hand tasks to someone else</translation>
  </message>
  <message>
   <source>Giải trình việc giữ quá ngày phải cho về</source>
   <translation>Explain holding past the discharge date</translation>
  </message>
  <message>
   <source>Giảm mức, thôi theo dõi nguy cơ tự hại</source>
   <translation>Lower the level of or end self-harm risk observation</translation>
  </message>
  <message>
   <source>Giữ hoặc trả giường khi người cai nghiện ra ngoài, kết thúc (theo việc của người khác)</source>
   <translation>Keep or release beds when residents go out or end their stay (follows someone else’s action)</translation>
  </message>
  <message>
   <source>Gạch bỏ hồ sơ lập nhầm</source>
   <translation>Strike out case files made by mistake</translation>
  </message>
  <message>
   <source>Gạch bỏ lần cai nghiện ghi nhầm</source>
   <translation>Strike out stays recorded by mistake</translation>
  </message>
  <message>
   <source>Gạch bỏ mục ghi nhầm trong hồ sơ bệnh án</source>
   <translation>Strike out wrong entries in medical records</translation>
  </message>
  <message>
   <source>Hoàn tác cả một lần nhập danh sách</source>
   <translation>Undo a whole import of a list</translation>
  </message>
  <message>
   <source>Hủy văn bản đã ban hành</source>
   <translation>Void issued documents</translation>
  </message>
  <message>
   <source>In văn bản</source>
   <translation>Print documents</translation>
  </message>
  <message>
   <source>Khóa sổ lưu ký theo tháng</source>
   <translation>Close the safekeeping ledger by month</translation>
  </message>
  <message>
   <source>Khóa và ký sổ thuốc của ngày</source>
   <translation>Close and sign the day’s medicine register</translation>
  </message>
  <message>
   <source>Khôi phục từ bản sao lưu</source>
   <translation>Restore from a backup</translation>
  </message>
  <message>
   <source>Kiểm tra chỗ ở có đúng với thực tế và quy tắc</source>
   <translation>Check that accommodation matches the facts and the rules</translation>
  </message>
  <message>
   <source>Kiểm tra mã trên văn bản</source>
   <translation>Verify codes on documents</translation>
  </message>
  <message>
   <source>Kiểm tra sổ thuốc phải kiểm soát đặc biệt</source>
   <translation>Verify the controlled medicine register</translation>
  </message>
  <message>
   <source>Kiểm tra tệp dữ liệu</source>
   <translation>Check the data file</translation>
  </message>
  <message>
   <source>Kiểm đếm thuốc</source>
   <translation>Count medicines</translation>
  </message>
  <message>
   <source>Ký V-43, V-46, V-47, V-49, quyết định cho vắng mặt (người đứng đầu hoặc người được ký)</source>
   <translation>Sign V-43, V-46, V-47, V-49 and absence decisions (the head or a person authorised to sign)</translation>
  </message>
  <message>
   <source>Ký báo cáo thuốc phải kiểm soát đặc biệt, cho phép hủy thuốc</source>
   <translation>Sign controlled medicine reports, allow destruction of medicine</translation>
  </message>
  <message>
   <source>Là người thứ hai khi xếp giường trái một quy tắc được phép vượt</source>
   <translation>Be the second person when a bed is assigned against a rule that may be overridden</translation>
  </message>
  <message>
   <source>Là người thứ hai khi đổi sức chứa, đóng và mở phòng, giường</source>
   <translation>Be the second person when capacity changes or rooms and beds are closed and opened</translation>
  </message>
  <message>
   <source>Làm việc với chương trình</source>
   <translation>Work with the program</translation>
  </message>
  <message>
   <source>Làm xong hoặc ghi nhận việc được giao</source>
   <translation>Complete or acknowledge assigned tasks</translation>
  </message>
  <message>
   <source>Lấy thuốc cho người bệnh dùng</source>
   <translation>Take medicine for patients</translation>
  </message>
  <message>
   <source>Lấy thuốc, giao tủ thuốc trực thay người đang giữ tủ</source>
   <translation>Take medicine from, hand over the duty cabinet in place of its holder</translation>
  </message>
  <message>
   <source>Lấy, niêm phong, giao nhận mẫu xét nghiệm</source>
   <translation>Take, seal and hand over test samples</translation>
  </message>
  <message>
   <source>Lập danh mục thuốc, phân loại, nơi để thuốc</source>
   <translation>Make medicine list, classes and storage places</translation>
  </message>
  <message>
   <source>Lập kế hoạch cai nghiện, phần II đến V</source>
   <translation>Draw up rehabilitation plans, parts II to V</translation>
  </message>
  <message>
   <source>Lập kế hoạch tái hòa nhập cộng đồng (V-19)</source>
   <translation>Draw up reintegration plans (V-19)</translation>
  </message>
  <message>
   <source>Lập lại thẻ tìm kiếm của mọi người cai nghiện</source>
   <translation>Rebuild the search cards of all residents</translation>
  </message>
  <message>
   <source>Lập phiếu lĩnh thuốc (trưởng khoa điều trị)</source>
   <translation>Make medicine requisitions (head of treatment ward)</translation>
  </message>
  <message>
   <source>Lập thông báo, giấy xác nhận, biên bản giao nhận khi ra cơ sở</source>
   <translation>Make notices, certificates and handover minutes at discharge</translation>
  </message>
  <message>
   <source>Lập tổ, giao người phụ trách</source>
   <translation>Create teams, assign those in charge</translation>
  </message>
  <message>
   <source>Lập và cập nhật hồ sơ vắng mặt: đơn, yêu cầu, áp giải, những việc đã báo</source>
   <translation>Make and update absence files: applications, requests, escorts, notices given</translation>
  </message>
  <message>
   <source>Lập và sửa khu, nhà, phòng, giường</source>
   <translation>Create and edit zones, buildings, rooms and beds</translation>
  </message>
  <message>
   <source>Lập, in văn bản theo TT 18/2026/TT-BYT (sổ, phiếu, báo cáo, biên bản thuốc)</source>
   <translation>Draw up and print documents under Circular 18/2026/TT-BYT (medicine registers, slips, reports, minutes)</translation>
  </message>
  <message>
   <source>Mở hồ sơ bệnh án không do mình điều trị (mỗi lần xem được ghi lại)</source>
   <translation>Open medical records of people not in one’s own care (every viewing is recorded)</translation>
  </message>
  <message>
   <source>Mở khẩn cấp, có lý do và báo động</source>
   <translation>Open emergency access, with a reason and an alarm</translation>
  </message>
  <message>
   <source>Mở kết quả HIV (cần quyền được cấp; mỗi lần xem được ghi lại)</source>
   <translation>Open HIV results (needs access granted; every viewing is recorded)</translation>
  </message>
  <message>
   <source>Mở kết quả sàng lọc bệnh truyền nhiễm (mỗi lần xem được ghi lại)</source>
   <translation>Open results of infectious disease screening (every viewing is recorded)</translation>
  </message>
  <message>
   <source>Mở sổ số giữa năm</source>
   <translation>Open a number register mid-year</translation>
  </message>
  <message>
   <source>Mở tài liệu y tế đính kèm</source>
   <translation>Open attached medical documents</translation>
  </message>
  <message>
   <source>Mở, đóng hồ sơ vắng mặt theo lần cai nghiện (theo việc của người khác)</source>
   <translation>Open and close absence files by stay (follows someone else’s action)</translation>
  </message>
  <message>
   <source>Ngừng dùng thuốc khi người cai nghiện ra cơ sở</source>
   <translation>Stop medicines when a resident is discharged</translation>
  </message>
  <message>
   <source>Nhận giữ tiền, đồ vật khi tiếp nhận</source>
   <translation>Take money and belongings into safekeeping at admission</translation>
  </message>
  <message>
   <source>Nhận giữ tủ thuốc trực, giao ca</source>
   <translation>Take charge of the duty cabinet, hand over shift</translation>
  </message>
  <message>
   <source>Nhận người cai nghiện trở lại</source>
   <translation>Record residents returning</translation>
  </message>
  <message>
   <source>Nhận người vắng mặt trở lại, đóng hồ sơ vắng mặt</source>
   <translation>Take an absent person back, close the absence case</translation>
  </message>
  <message>
   <source>Nhập danh sách từ bảng tính</source>
   <translation>Import lists from spreadsheets</translation>
  </message>
  <message>
   <source>Nhập, chuyển, xuất, nhận lại, hủy thuốc ở kho</source>
   <translation>Receive, move, issue, take back and destroy medicines in the store</translation>
  </message>
  <message>
   <source>Nhờ người thứ hai xác nhận</source>
   <translation>Ask a second person to countersign</translation>
  </message>
  <message>
   <source>Nâng cấp cấu trúc dữ liệu</source>
   <translation>Upgrade the schema</translation>
  </message>
  <message>
   <source>Nối, kết thúc theo dõi theo lần cai nghiện (theo việc của người khác)</source>
   <translation>Link and end observation by stay (follows someone else’s action)</translation>
  </message>
  <message>
   <source>Phân loại sức khỏe người mới đến</source>
   <translation>Triage the health of new arrivals</translation>
  </message>
  <message>
   <source>Phê duyệt bảng quy tắc dùng thuốc, phác đồ mẫu</source>
   <translation>Approve medicine rules and template protocols</translation>
  </message>
  <message>
   <source>Phê duyệt số liệu của thuốc trong danh mục</source>
   <translation>Approve the data of medicines in the list</translation>
  </message>
  <message>
   <source>Quyết định báo kết quả xét nghiệm cho Công an cấp xã</source>
   <translation>Decide on reporting test results to the commune police</translation>
  </message>
  <message>
   <source>Quyết định về thời hạn: chế độ luật, ngày bắt đầu, tạm giam, giải trình</source>
   <translation>Decide on the term: legal regime, start date, remand, explanations</translation>
  </message>
  <message>
   <source>Quyết định xét nghiệm chất ma túy</source>
   <translation>Decide on drug tests</translation>
  </message>
  <message>
   <source>Quản lý khóa ký mã trên văn bản</source>
   <translation>Manage the keys that sign codes on documents</translation>
  </message>
  <message>
   <source>Quản lý tài khoản</source>
   <translation>Manage accounts</translation>
  </message>
  <message>
   <source>Ra, đổi, ngừng y lệnh thuốc</source>
   <translation>Write, change and stop medicine orders</translation>
  </message>
  <message>
   <source>Sao lưu và kiểm tra bản sao lưu</source>
   <translation>Make and verify backups</translation>
  </message>
  <message>
   <source>Sắp xếp người vào tổ</source>
   <translation>Put people in teams</translation>
  </message>
  <message>
   <source>Sửa bảng quy tắc dùng thuốc, phác đồ mẫu</source>
   <translation>Edit medicine rules and template protocols</translation>
  </message>
  <message>
   <source>Sửa cài đặt an toàn</source>
   <translation>Edit security settings</translation>
  </message>
  <message>
   <source>Sửa hồ sơ cán bộ, chức vụ, chứng chỉ</source>
   <translation>Edit staff records, posts and certificates</translation>
  </message>
  <message>
   <source>Sửa hồ sơ cơ sở</source>
   <translation>Edit the facility profile</translation>
  </message>
  <message>
   <source>Sửa ngày nghỉ, ngày làm bù</source>
   <translation>Edit days off and make-up working days</translation>
  </message>
  <message>
   <source>Sửa nhân thân, giấy tờ, gia đình, nơi ở</source>
   <translation>Edit personal details, ID documents, family and addresses</translation>
  </message>
  <message>
   <source>Sửa thông số pháp lý</source>
   <translation>Edit legal parameters</translation>
  </message>
  <message>
   <source>Thi hành quyết định giám sát điện tử</source>
   <translation>Carry out electronic monitoring decisions</translation>
  </message>
  <message>
   <source>Thêm người cai nghiện</source>
   <translation>Add residents</translation>
  </message>
  <message>
   <source>Tiếp nhận người: giấy tờ, tư trang, biên bản</source>
   <translation>Admit people: papers, belongings, minutes</translation>
  </message>
  <message>
   <source>Tiếp nhận, mở lần cai nghiện</source>
   <translation>Admit, open stays</translation>
  </message>
  <message>
   <source>Tra lô thuốc – người dùng thuốc</source>
   <translation>Look up medicine lot – who used it</translation>
  </message>
  <message>
   <source>Trả toàn bộ tiền, đồ vật lưu ký khi ra cơ sở</source>
   <translation>Return all safekeeping money and belongings at discharge</translation>
  </message>
  <message>
   <source>Trả, chuyển, niêm phong lại đồ vật lưu ký</source>
   <translation>Return, hand over and reseal safekeeping belongings</translation>
  </message>
  <message>
   <source>Tìm và xem người cai nghiện</source>
   <translation>Find and view residents</translation>
  </message>
  <message>
   <source>Tính lại thời hạn của mọi người</source>
   <translation>Recalculate everyone’s term</translation>
  </message>
  <message>
   <source>Tạo và rút việc (từ nghiệp vụ khác)</source>
   <translation>Create and withdraw tasks (from other modules)</translation>
  </message>
  <message>
   <source>Vào sổ và sửa văn bản đến</source>
   <translation>Register and edit incoming documents</translation>
  </message>
  <message>
   <source>Xem ai đang vắng mặt, ở đâu, đến bao giờ</source>
   <translation>View who is absent, where and until when</translation>
  </message>
  <message>
   <source>Xem ai đã mở hồ sơ</source>
   <translation>See who has opened a case file</translation>
  </message>
  <message>
   <source>Xem ai ở giường nào</source>
   <translation>View who is in which bed</translation>
  </message>
  <message>
   <source>Xem danh mục thuốc, tồn kho, sổ thuốc</source>
   <translation>View medicine list, stock and medicine register</translation>
  </message>
  <message>
   <source>Xem danh mục, thông số pháp lý, ngày làm việc</source>
   <translation>View code lists, legal parameters and working days</translation>
  </message>
  <message>
   <source>Xem danh sách cán bộ</source>
   <translation>View the list of staff</translation>
  </message>
  <message>
   <source>Xem dấu hiệu sinh tồn, cân nặng, biểu đồ</source>
   <translation>View vital signs, weight and charts</translation>
  </message>
  <message>
   <source>Xem hồ sơ cán bộ (ngày sinh, số định danh, điện thoại)</source>
   <translation>View staff records (date of birth, personal ID number, phone)</translation>
  </message>
  <message>
   <source>Xem hồ sơ cơ sở</source>
   <translation>View the facility profile</translation>
  </message>
  <message>
   <source>Xem hồ sơ ra cơ sở và những việc còn mở</source>
   <translation>View discharge files and what is still open</translation>
  </message>
  <message>
   <source>Xem hồ sơ tiếp nhận đã đến đâu</source>
   <translation>View how far the admission file has come</translation>
  </message>
  <message>
   <source>Xem khu, phòng, giường (không có tên người)</source>
   <translation>View zones, rooms and beds (no names of residents)</translation>
  </message>
  <message>
   <source>Xem kế hoạch cai nghiện, phần II đến V</source>
   <translation>View rehabilitation plans, parts II to V</translation>
  </message>
  <message>
   <source>Xem kế hoạch tái hòa nhập cộng đồng</source>
   <translation>View reintegration plans</translation>
  </message>
  <message>
   <source>Xem kết quả thang đánh giá</source>
   <translation>View rating scale results</translation>
  </message>
  <message>
   <source>Xem lý do ra cơ sở nói về sức khỏe: bệnh hiểm nghèo, mang thai</source>
   <translation>View reasons for discharge that concern health: critical illness, pregnancy</translation>
  </message>
  <message>
   <source>Xem lần cai nghiện, giai đoạn, sự có mặt</source>
   <translation>View stays, stages and presence</translation>
  </message>
  <message>
   <source>Xem sổ lưu ký tiền, đồ vật, cấp phát</source>
   <translation>View the ledger of safekeeping money, belongings and supplies</translation>
  </message>
  <message>
   <source>Xem sổ văn bản đi, đến và mở văn bản</source>
   <translation>View the registers of outgoing and incoming documents and open documents</translation>
  </message>
  <message>
   <source>Xem thuốc làm lộ tình trạng bệnh và người đã dùng thuốc đó</source>
   <translation>View medicines that reveal an illness and who has used them</translation>
  </message>
  <message>
   <source>Xem thông tin HIV khi được cấp quyền</source>
   <translation>View HIV information when granted access</translation>
  </message>
  <message>
   <source>Xem việc được giao và số liệu trang Hôm nay</source>
   <translation>View assigned tasks and the figures of the page Today</translation>
  </message>
  <message>
   <source>Xem và kiểm tra nhật ký</source>
   <translation>View and verify the audit trail</translation>
  </message>
  <message>
   <source>Xem xét nghiệm chất ma túy</source>
   <translation>View drug tests</translation>
  </message>
  <message>
   <source>Xem y lệnh thuốc, phiếu dùng thuốc</source>
   <translation>View medicine orders and medication charts</translation>
  </message>
  <message>
   <source>Xem y lệnh và liều của thuốc làm lộ tình trạng bệnh</source>
   <translation>View orders and doses of medicines that reveal an illness</translation>
  </message>
  <message>
   <source>Xem yêu cầu về chỗ ở, lý do xếp giường, ghi chú điểm danh (có thể là chuyện sức khỏe)</source>
   <translation>View accommodation needs, reasons for bed assignments and roll call notes (may concern health)</translation>
  </message>
  <message>
   <source>Xem, ban hành, in văn bản lập từ sổ sách mình giữ</source>
   <translation>View, issue and print documents made from the registers one keeps</translation>
  </message>
  <message>
   <source>Xem, ghi lý do đi viện, lý do miễn, nguyên nhân chết</source>
   <translation>View and record reasons for hospital, reasons for waivers and causes of death</translation>
  </message>
  <message>
   <source>Xem, lập phần I Điều trị y tế của kế hoạch</source>
   <translation>View and draw up part I, Medical treatment, of the plan</translation>
  </message>
  <message>
   <source>Xuất danh sách lần cai nghiện</source>
   <translation>Export the list of stays</translation>
  </message>
  <message>
   <source>Xuất danh sách người cai nghiện ra tệp</source>
   <translation>Export the list of residents to a file</translation>
  </message>
  <message>
   <source>Xuất sổ văn bản đi, đến ra tệp Excel</source>
   <translation>Export the registers of outgoing and incoming documents to Excel</translation>
  </message>
  <message>
   <source>Xuất, in biểu mẫu điền sẵn của một người</source>
   <translation>Export and print forms filled in for a person</translation>
  </message>
  <message>
   <source>Xét các lần mở khẩn cấp</source>
   <translation>Review emergency access</translation>
  </message>
  <message>
   <source>Xếp giường, chuyển giường</source>
   <translation>Assign and change beds</translation>
  </message>
  <message>
   <source>Yêu cầu chỗ ở vì lý do y tế (không nêu bệnh)</source>
   <translation>Set accommodation needs for medical reasons (illness not stated)</translation>
  </message>
  <message>
   <source>Yêu cầu chỗ ở vì lý do y tế, giữ lý do trong bệnh án</source>
   <translation>Set accommodation needs for medical reasons, reason kept in the medical record</translation>
  </message>
  <message>
   <source>Yêu cầu phòng riêng theo giới tính thực tế trên cơ thể</source>
   <translation>Set separate room needs by actual sex of the body</translation>
  </message>
  <message>
   <source>Điều chuyển cơ sở</source>
   <translation>Transfer between facilities</translation>
  </message>
  <message>
   <source>Điều chỉnh theo kiểm đếm</source>
   <translation>Adjust after a count</translation>
  </message>
  <message>
   <source>Điểm danh, giải thích chênh lệch</source>
   <translation>Call the roll, explain differences</translation>
  </message>
  <message>
   <source>Đính kèm bản quét văn bản</source>
   <translation>Attach scans of documents</translation>
  </message>
  <message>
   <source>Đính kèm tài liệu</source>
   <translation>Attach documents</translation>
  </message>
  <message>
   <source>Đóng hồ sơ ra cơ sở khi có biên nhận</source>
   <translation>Close discharge files on receipt</translation>
  </message>
  <message>
   <source>Đăng nhập người dùng (chương trình tự làm)</source>
   <translation>Sign users in (done by the program itself)</translation>
  </message>
  <message>
   <source>Đưa vào, đưa ra khu dành riêng cho người vi phạm nội quy</source>
   <translation>Move people into and out of the zone reserved for violators of house rules</translation>
  </message>
  <message>
   <source>Đưa đi điều chuyển, thôi điều chuyển</source>
   <translation>Send on transfer, call a transfer off</translation>
  </message>
  <message>
   <source>Đặt quy ước của cơ sở về chỗ ở</source>
   <translation>Set the facility’s conventions on accommodation</translation>
  </message>
  <message>
   <source>Đặt và bỏ cảnh báo quản lý</source>
   <translation>Set and remove management alerts</translation>
  </message>
  <message>
   <source>Đặt và bỏ cảnh báo y tế</source>
   <translation>Set and remove medical alerts</translation>
  </message>
  <message>
   <source>Đặt và bỏ cặp không xếp chung</source>
   <translation>Set and remove keep-apart pairs</translation>
  </message>
  <message>
   <source>Đặt và thôi lịch theo dõi, chấm điểm</source>
   <translation>Set and end observation plans, score</translation>
  </message>
  <message>
   <source>Đề nghị tạm đình chỉ, miễn (V-46), có lý do sức khỏe</source>
   <translation>Propose suspension or exemption (V-46), with health grounds</translation>
  </message>
  <message>
   <source>Đọc cảnh báo y tế</source>
   <translation>Read medical alerts</translation>
  </message>
  <message>
   <source>Đọc danh sách không xếp chung</source>
   <translation>Read the keep-apart list</translation>
  </message>
  <message>
   <source>Đọc dấu hiệu sức khỏe ghi khi tiếp nhận</source>
   <translation>Read health signs recorded at admission</translation>
  </message>
  <message>
   <source>Đọc ghi chép, thang đánh giá tâm thần</source>
   <translation>Read psychiatric notes and rating scales</translation>
  </message>
  <message>
   <source>Đọc giấy tờ, gia đình, nơi ở của người cai nghiện</source>
   <translation>Read residents’ ID documents, family and addresses</translation>
  </message>
  <message>
   <source>Đọc hồ sơ bệnh án</source>
   <translation>Read medical records</translation>
  </message>
  <message>
   <source>Đọc lịch sử sửa hồ sơ</source>
   <translation>Read the history of changes to case files</translation>
  </message>
  <message>
   <source>Đọc phần y tế của văn bản</source>
   <translation>Read the medical part of documents</translation>
  </message>
  <message>
   <source>Đọc quá trình sử dụng và cai nghiện ma túy</source>
   <translation>Read the history of drug use and rehabilitation</translation>
  </message>
  <message>
   <source>Đọc thông tin nhân thân ghi trong nhật ký</source>
   <translation>Read personal details recorded in the audit trail</translation>
  </message>
  <message>
   <source>Đổi khóa dữ liệu</source>
   <translation>Change the data key</translation>
  </message>
  <message>
   <source>Đổi mật khẩu của mình</source>
   <translation>Change one's own password</translation>
  </message>
  <message>
   <source>Đổi sức chứa, đóng và mở phòng, giường (cần người thứ hai)</source>
   <translation>Change capacity, close and open rooms and beds (needs a second person)</translation>
  </message>
 </context>
 <context>
  <name>place_kinds</name>
  <message>
   <source>Phường</source>
   <translation>Ward</translation>
  </message>
  <message>
   <source>Thành phố</source>
   <translation>City</translation>
  </message>
  <message>
   <source>Tỉnh</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>Xã</source>
   <translation>Commune</translation>
  </message>
  <message>
   <source>Đặc khu</source>
   <translation>Special zone</translation>
  </message>
 </context>
 <context>
  <name>posts</name>
  <message>
   <source>Bác sĩ</source>
   <translation>Doctor</translation>
  </message>
  <message>
   <source>Cán bộ bảo vệ</source>
   <translation>Guard</translation>
  </message>
  <message>
   <source>Cán bộ quản lý</source>
   <translation>Management officer</translation>
  </message>
  <message>
   <source>Cấp phó của người đứng đầu</source>
   <translation>Deputy head</translation>
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
   <source>Kế toán</source>
   <translation>Accountant</translation>
  </message>
  <message>
   <source>Người đứng đầu cơ sở</source>
   <translation>Head of facility</translation>
  </message>
  <message>
   <source>Thủ quỹ</source>
   <translation>Treasurer</translation>
  </message>
  <message>
   <source>Tư vấn viên</source>
   <translation>Counsellor</translation>
  </message>
  <message>
   <source>Tổ phó</source>
   <translation>Deputy team leader</translation>
  </message>
  <message>
   <source>Tổ trưởng</source>
   <translation>Team leader</translation>
  </message>
  <message>
   <source>Văn thư</source>
   <translation>Clerk</translation>
  </message>
  <message>
   <source>Vị trí khác</source>
   <translation>Other post</translation>
  </message>
  <message>
   <source>Điều dưỡng</source>
   <translation>Nurse</translation>
  </message>
 </context>
 <context>
  <name>residents</name>
  <message>
   <source>(ghi mới)</source>
   <translation>(new entry)</translation>
  </message>
  <message>
   <source>(đã xóa theo yêu cầu của người đó)</source>
   <translation>(erased at that person’s request)</translation>
  </message>
  <message>
   <source>Ai đã xem</source>
   <translation>Who viewed</translation>
  </message>
  <message>
   <source>Ai đã xem hồ sơ</source>
   <translation>Who viewed the case file</translation>
  </message>
  <message>
   <source>Bảo vệ đọc được cảnh báo quản lý: ghi việc cần làm, không ghi chẩn đoán.</source>
   <translation>Guards can read management alerts: write what to do, not a diagnosis.</translation>
  </message>
  <message>
   <source>Bấm vào hình, hoặc phím mũi tên; Space đổi mặt, Delete bỏ điểm.</source>
   <translation>Click on the diagram or use the arrow keys; Space changes side, Delete removes the point.</translation>
  </message>
  <message>
   <source>Cai nghiện, điều trị, quản lý trước đây</source>
   <translation>Past rehabilitation, treatment and management</translation>
  </message>
  <message>
   <source>Chiều cao (cm)</source>
   <translation>Height (cm)</translation>
  </message>
  <message>
   <source>Chính</source>
   <translation>Main</translation>
  </message>
  <message>
   <source>Chưa có lần xem nào được ghi.</source>
   <translation>No viewings recorded yet.</translation>
  </message>
  <message>
   <source>Chưa có người cai nghiện nào trong dữ liệu của cơ sở.</source>
   <translation>There are no residents in the facility’s data yet.</translation>
  </message>
  <message>
   <source>Chưa có người cần báo tin. Mẫu 17 cần ít nhất một người, có điện thoại hoặc địa chỉ.</source>
   <translation>No emergency contact yet. Form 17 needs at least one, with a phone number or an address.</translation>
  </message>
  <message>
   <source>Chưa có ảnh. Mẫu 43 cần ảnh chính diện; ảnh đó cũng hiện ở đầu hồ sơ.</source>
   <translation>No photos yet. Form 43 needs a full-face photo; it is also shown at the top of the case file.</translation>
  </message>
  <message>
   <source>Chưa ghi giấy tờ nào. Không có giấy tờ thì cũng ghi một dòng, kèm lý do.</source>
   <translation>No ID documents recorded yet. If there are none, record that too, with the reason.</translation>
  </message>
  <message>
   <source>Chưa ghi loại ma túy nào.</source>
   <translation>No drugs recorded yet.</translation>
  </message>
  <message>
   <source>Chưa ghi lần cai nghiện nào trước đây.</source>
   <translation>No past rehabilitation recorded yet.</translation>
  </message>
  <message>
   <source>Chưa ghi sẹo, hình xăm hay đặc điểm nào.</source>
   <translation>No scars, tattoos or other marks recorded yet.</translation>
  </message>
  <message>
   <source>Chưa ghi thân nhân. Mẫu 17 cần ít nhất một người để báo tin.</source>
   <translation>No relatives recorded yet. Form 17 needs at least one emergency contact.</translation>
  </message>
  <message>
   <source>Chưa ghi tiền án, tiền sự.</source>
   <translation>No criminal or administrative record entered yet.</translation>
  </message>
  <message>
   <source>Chưa ghi tên gọi khác.</source>
   <translation>No other names recorded yet.</translation>
  </message>
  <message>
   <source>Chưa ghi địa chỉ nào.</source>
   <translation>No addresses recorded yet.</translation>
  </message>
  <message>
   <source>Chưa thấy ai giống trong dữ liệu của cơ sở.</source>
   <translation>Nobody similar found in the facility’s data so far.</translation>
  </message>
  <message>
   <source>Chưa đính kèm giấy tờ nào.</source>
   <translation>No papers attached yet.</translation>
  </message>
  <message>
   <source>Chương trình</source>
   <translation>The program</translation>
  </message>
  <message>
   <source>Chỉ dùng khi không chọn được xã, phường ở trên (đơn vị trước 01/07/2025).</source>
   <translation>Only where no commune or ward can be chosen above (units before 01/07/2025).</translation>
  </message>
  <message>
   <source>Chỉ ghi khi hai người thật sự mang cùng một số.</source>
   <translation>Only if two people really have the same number.</translation>
  </message>
  <message>
   <source>Chỉ ghi khi khác giấy tờ; quyết định khu ở.</source>
   <translation>Only if it differs from the ID document; decides the housing zone.</translation>
  </message>
  <message>
   <source>Chỉ ghi lý do khi chọn “Không có giấy tờ”.</source>
   <translation>State a reason only if “No ID document” is chosen.</translation>
  </message>
  <message>
   <source>Chỉ gạch bỏ hồ sơ lập nhầm. Mã đã cấp không dùng lại; hồ sơ không còn trong danh sách nào.</source>
   <translation>Strike out only a case file made by mistake. Its code is not used again; the case file is no longer in any list.</translation>
  </message>
  <message>
   <source>Chọn bản chụp hoặc bản quét</source>
   <translation>Choose a photo or scan</translation>
  </message>
  <message>
   <source>Chọn ảnh chân dung</source>
   <translation>Choose a portrait photo</translation>
  </message>
  <message>
   <source>Chỗ ở</source>
   <translation>Accommodation</translation>
  </message>
  <message>
   <source>Cân nặng (kg)</source>
   <translation>Weight (kg)</translation>
  </message>
  <message>
   <source>Còn {count} người nữa cũng hơi giống; xem ở cột bên phải biểu mẫu.</source>
   <translation>Others somewhat similar: {count}; see the column to the right of the form.</translation>
  </message>
  <message>
   <source>Có cảnh báo bất kỳ</source>
   <translation>Any alert</translation>
  </message>
  <message>
   <source>Có thể đã có hồ sơ</source>
   <translation>May already have a case file</translation>
  </message>
  <message>
   <source>Cảnh báo</source>
   <translation>Alerts</translation>
  </message>
  <message>
   <source>Cảnh báo &amp; tách riêng</source>
   <translation>Alerts &amp; keeping apart</translation>
  </message>
  <message>
   <source>Cảnh báo này đã kết thúc nên không sửa nữa. Cần lại thì hãy đặt cảnh báo mới.</source>
   <translation>This alert has ended and is no longer edited. If it is needed again, set a new one.</translation>
  </message>
  <message>
   <source>Cảnh báo y tế do bác sĩ, điều dưỡng đặt.</source>
   <translation>Medical alerts are set by doctors and nurses.</translation>
  </message>
  <message>
   <source>Cấp ngày, nơi cấp</source>
   <translation>Date and place of issue</translation>
  </message>
  <message>
   <source>Cần làm gì</source>
   <translation>What to do</translation>
  </message>
  <message>
   <source>Cần quyền “Cho phép hai người cùng một số giấy tờ”.</source>
   <translation>Needs the permission “Allow two people the same ID document number”.</translation>
  </message>
  <message>
   <source>Dung lượng</source>
   <translation>Size</translation>
  </message>
  <message>
   <source>Dạng</source>
   <translation>Format</translation>
  </message>
  <message>
   <source>Dự kiến hoàn thành</source>
   <translation>Expected completion</translation>
  </message>
  <message>
   <source>Enter ô kế · Ctrl+Enter lưu · F4 mở danh sách</source>
   <translation>Enter next box · Ctrl+Enter save · F4 open list</translation>
  </message>
  <message>
   <source>Ghi nhầm người</source>
   <translation>Recorded for the wrong person</translation>
  </message>
  <message>
   <source>Ghi trùng</source>
   <translation>Recorded twice</translation>
  </message>
  <message>
   <source>Gia đình</source>
   <translation>Family</translation>
  </message>
  <message>
   <source>Gia đình, người cần báo tin</source>
   <translation>Family and emergency contacts</translation>
  </message>
  <message>
   <source>Giấy tờ</source>
   <translation>ID documents</translation>
  </message>
  <message>
   <source>Giấy tờ cho thấy khác</source>
   <translation>ID documents show otherwise</translation>
  </message>
  <message>
   <source>Giấy tờ quét</source>
   <translation>Scanned papers</translation>
  </message>
  <message>
   <source>Giấy tờ tùy thân</source>
   <translation>ID documents</translation>
  </message>
  <message>
   <source>Giống nhau</source>
   <translation>Same</translation>
  </message>
  <message>
   <source>Giới tính sinh học</source>
   <translation>Biological sex</translation>
  </message>
  <message>
   <source>Gạch bỏ hồ sơ này?</source>
   <translation>Strike out this case file?</translation>
  </message>
  <message>
   <source>Gạch bỏ lúc</source>
   <translation>Struck out at</translation>
  </message>
  <message>
   <source>Gạch bỏ mục này?</source>
   <translation>Strike out this entry?</translation>
  </message>
  <message>
   <source>Gạch bỏ ảnh này?</source>
   <translation>Strike out this photo?</translation>
  </message>
  <message>
   <source>Hình cơ thể</source>
   <translation>Body diagram</translation>
  </message>
  <message>
   <source>Hình cơ thể, mặt trước và mặt sau</source>
   <translation>Body diagram, front and back</translation>
  </message>
  <message>
   <source>Hình dạng, kích thước</source>
   <translation>Shape, size</translation>
  </message>
  <message>
   <source>Hình dạng, kích thước, màu</source>
   <translation>Shape, size, colour</translation>
  </message>
  <message>
   <source>Hết từ {day}</source>
   <translation>Ended on {day}</translation>
  </message>
  <message>
   <source>Họ tên cha</source>
   <translation>Father’s full name</translation>
  </message>
  <message>
   <source>Họ tên mẹ</source>
   <translation>Mother’s full name</translation>
  </message>
  <message>
   <source>Hồ sơ người cai nghiện</source>
   <translation>Resident’s case file</translation>
  </message>
  <message>
   <source>Hồ sơ này chưa có thay đổi nào được ghi.</source>
   <translation>No changes to this case file recorded yet.</translation>
  </message>
  <message>
   <source>Không có ai khớp. Hãy thử ít chữ hơn, bỏ dấu, hoặc vài số cuối của giấy tờ.</source>
   <translation>Nobody matches. Try fewer letters, no accents, or the last few digits of an ID document.</translation>
  </message>
  <message>
   <source>Không có ai phải tách khỏi người này.</source>
   <translation>Nobody has to be kept apart from this person.</translation>
  </message>
  <message>
   <source>Không có cảnh báo nào.</source>
   <translation>No alerts.</translation>
  </message>
  <message>
   <source>Không xếp chung</source>
   <translation>Keep apart</translation>
  </message>
  <message>
   <source>Không xếp chung với</source>
   <translation>Keep apart from</translation>
  </message>
  <message>
   <source>Không xếp chung với {code}</source>
   <translation>Keep apart from {code}</translation>
  </message>
  <message>
   <source>Lý do cho phép trùng số</source>
   <translation>Reason for allowing the same number</translation>
  </message>
  <message>
   <source>Lý do gạch bỏ</source>
   <translation>Reason for striking out</translation>
  </message>
  <message>
   <source>Lý do kết thúc</source>
   <translation>Reason for ending</translation>
  </message>
  <message>
   <source>Lượng dùng mỗi ngày</source>
   <translation>Amount used per day</translation>
  </message>
  <message>
   <source>Lượng mỗi ngày</source>
   <translation>Amount per day</translation>
  </message>
  <message>
   <source>Lần cai trước</source>
   <translation>Past rehabilitation</translation>
  </message>
  <message>
   <source>Lần cuối</source>
   <translation>Last use</translation>
  </message>
  <message>
   <source>Lần mở này được ghi nhật ký.</source>
   <translation>This opening is recorded in the audit trail.</translation>
  </message>
  <message>
   <source>Lần đầu</source>
   <translation>First use</translation>
  </message>
  <message>
   <source>Lịch sử</source>
   <translation>History</translation>
  </message>
  <message>
   <source>Lịch sử thay đổi hồ sơ</source>
   <translation>History of changes to the case file</translation>
  </message>
  <message>
   <source>Ma túy &amp; lần cai trước</source>
   <translation>Drugs &amp; past rehabilitation</translation>
  </message>
  <message>
   <source>Ma túy chính</source>
   <translation>Main drug</translation>
  </message>
  <message>
   <source>Ma túy đã sử dụng</source>
   <translation>Drugs used</translation>
  </message>
  <message>
   <source>Mã QR trên thẻ căn cước</source>
   <translation>QR code of the identity card</translation>
  </message>
  <message>
   <source>Mã xã, phường</source>
   <translation>Commune or ward code</translation>
  </message>
  <message>
   <source>Mặt</source>
   <translation>Side</translation>
  </message>
  <message>
   <source>Mục bị gạch vẫn còn trong lịch sử hồ sơ, cùng người gạch, ngày giờ và lý do.</source>
   <translation>An entry struck out stays in the history of the case file, with who did it, when and why.</translation>
  </message>
  <message>
   <source>Mục này không sửa: hãy kết thúc nó rồi lập mục mới.</source>
   <translation>This entry is not edited: end it and make a new one.</translation>
  </message>
  <message>
   <source>Mục đã kết thúc vẫn còn trong hồ sơ, cùng người kết thúc, ngày và lý do.</source>
   <translation>An ended entry stays in the case file, with who ended it, when and why.</translation>
  </message>
  <message>
   <source>Mục đích</source>
   <translation>Purpose</translation>
  </message>
  <message>
   <source>Ngày kết thúc</source>
   <translation>End date</translation>
  </message>
  <message>
   <source>Ngày sinh, hoặc chỉ năm: 17/05/2001, 17052001, 2001</source>
   <translation>Date of birth, or the year only: 17/05/2001, 17052001, 2001</translation>
  </message>
  <message>
   <source>Ngày thấy</source>
   <translation>Date seen</translation>
  </message>
  <message>
   <source>Ngày xem lại</source>
   <translation>Review date</translation>
  </message>
  <message>
   <source>Ngày/30 ngày</source>
   <translation>Days in 30</translation>
  </message>
  <message>
   <source>Người cai nghiện</source>
   <translation>Residents</translation>
  </message>
  <message>
   <source>Người cần báo tin</source>
   <translation>Emergency contact</translation>
  </message>
  <message>
   <source>Người giám hộ</source>
   <translation>Guardian</translation>
  </message>
  <message>
   <source>Người khác đã lưu lúc {moment}.</source>
   <translation>Someone else saved it at {moment}.</translation>
  </message>
  <message>
   <source>Người này đã có hồ sơ chưa?</source>
   <translation>Does this person already have a case file?</translation>
  </message>
  <message>
   <source>Nhiều khả năng người này đã từng ở đây.</source>
   <translation>This person has very likely been here before.</translation>
  </message>
  <message>
   <source>Nhân thân</source>
   <translation>Personal details</translation>
  </message>
  <message>
   <source>Nên tránh xếp chung với {code}</source>
   <translation>Better kept apart from {code}</translation>
  </message>
  <message>
   <source>Năm dùng lần đầu</source>
   <translation>Year of first use</translation>
  </message>
  <message>
   <source>Năm gồm bốn chữ số, từ 1900. Ví dụ: 1998.</source>
   <translation>Year in four digits, from 1900. Example: 1998.</translation>
  </message>
  <message>
   <source>Năm sinh {year} chưa đến: năm nay là {now}. Hãy kiểm tra lại.</source>
   <translation>The year of birth {year} is yet to come: this year is {now}. Check it.</translation>
  </message>
  <message>
   <source>Nơi thường trú</source>
   <translation>Permanent address</translation>
  </message>
  <message>
   <source>Nơi thường trú như in trên giấy cũ</source>
   <translation>Permanent address as printed on old papers</translation>
  </message>
  <message>
   <source>Nơi ở hiện tại (nếu khác)</source>
   <translation>Current address (if different)</translation>
  </message>
  <message>
   <source>Nơi ở, quê quán</source>
   <translation>Addresses and native place</translation>
  </message>
  <message>
   <source>Phóng to (+)</source>
   <translation>Zoom in (+)</translation>
  </message>
  <message>
   <source>Phần</source>
   <translation>Part</translation>
  </message>
  <message>
   <source>Quét hoặc dán vào đây, các ô dưới tự điền. Không có thẻ thì bỏ qua.</source>
   <translation>Scan or paste here and the boxes below fill themselves. Skip this if there is no card.</translation>
  </message>
  <message>
   <source>Quê quán</source>
   <translation>Native place</translation>
  </message>
  <message>
   <source>Sau</source>
   <translation>After</translation>
  </message>
  <message>
   <source>So từng dòng. Nếu là một người, hãy mở hồ sơ cũ: mã, ảnh, các lần trước đều ở đó. Lưu thành hai hồ sơ thì về sau không ai ghép lại được quá trình cai nghiện.</source>
   <translation>Compare line by line. If they are one person, open the old case file: code, photos and past stays are all there. Once saved as two case files, nobody can put the rehabilitation history together again.</translation>
  </message>
  <message>
   <source>Sắp hết hạn</source>
   <translation>Term ending soon</translation>
  </message>
  <message>
   <source>Số</source>
   <translation>No.</translation>
  </message>
  <message>
   <source>Số chứng minh cũ (nếu có)</source>
   <translation>Old people’s identity card number (if any)</translation>
  </message>
  <message>
   <source>Số giấy tờ</source>
   <translation>ID document number</translation>
  </message>
  <message>
   <source>Số ngày dùng trong 30 ngày</source>
   <translation>Days of use in 30 days</translation>
  </message>
  <message>
   <source>Thu nhỏ (−)</source>
   <translation>Zoom out (−)</translation>
  </message>
  <message>
   <source>Thường trú</source>
   <translation>Permanent address</translation>
  </message>
  <message>
   <source>Thời gian</source>
   <translation>Period</translation>
  </message>
  <message>
   <source>Tiền mỗi ngày</source>
   <translation>Money per day</translation>
  </message>
  <message>
   <source>Tiền án, tiền sự</source>
   <translation>Criminal and administrative record</translation>
  </message>
  <message>
   <source>Trang sau (Ctrl+PgDn)</source>
   <translation>Next page (Ctrl+PgDn)</translation>
  </message>
  <message>
   <source>Trang trước (Ctrl+PgUp)</source>
   <translation>Previous page (Ctrl+PgUp)</translation>
  </message>
  <message>
   <source>Trước</source>
   <translation>Before</translation>
  </message>
  <message>
   <source>Tài liệu</source>
   <translation>Documents</translation>
  </message>
  <message>
   <source>Tên cơ sở, xã, phường</source>
   <translation>Name of facility, commune or ward</translation>
  </message>
  <message>
   <source>Tên gọi khác</source>
   <translation>Other names</translation>
  </message>
  <message>
   <source>Tên gọi khác (a, b…)</source>
   <translation>Other names (a, b…)</translation>
  </message>
  <message>
   <source>Tên gọi theo lời khai</source>
   <translation>Name as the person calls it</translation>
  </message>
  <message>
   <source>Tên, mã hoặc số cuối giấy tờ, không cần dấu</source>
   <translation>Name, code or last digits of ID document, accents not needed</translation>
  </message>
  <message>
   <source>Tên, mã, số cuối giấy tờ…</source>
   <translation>Name, code, last digits of ID document…</translation>
  </message>
  <message>
   <source>Tôi</source>
   <translation>Me</translation>
  </message>
  <message>
   <source>Tệp này không đọc được. Hãy đính kèm lại bản gốc.</source>
   <translation>This file cannot be read. Attach the original again.</translation>
  </message>
  <message>
   <source>Tổng quan</source>
   <translation>Overview</translation>
  </message>
  <message>
   <source>Từ – đến</source>
   <translation>From – to</translation>
  </message>
  <message>
   <source>Tự tìm khi đã có họ tên, ngày sinh, giới tính, hoặc số giấy tờ.</source>
   <translation>Searches by itself once there is a full name, date of birth, sex or ID document number.</translation>
  </message>
  <message>
   <source>Vai trò</source>
   <translation>Roles</translation>
  </message>
  <message>
   <source>Vì sao không có giấy tờ</source>
   <translation>Why there is no ID document</translation>
  </message>
  <message>
   <source>Vị trí trên hình</source>
   <translation>Position on the diagram</translation>
  </message>
  <message>
   <source>Vừa khung (0)</source>
   <translation>Fit (0)</translation>
  </message>
  <message>
   <source>Xem lại</source>
   <translation>Review</translation>
  </message>
  <message>
   <source>Xoay (R)</source>
   <translation>Rotate (R)</translation>
  </message>
  <message>
   <source>chưa đặt điểm</source>
   <translation>no point set</translation>
  </message>
  <message>
   <source>danh sách người</source>
   <translation>list of people</translation>
  </message>
  <message>
   <source>hoặc tuổi lần đầu</source>
   <translation>or age at first use</translation>
  </message>
  <message>
   <source>học viên</source>
   <translation>trainees</translation>
  </message>
  <message>
   <source>số trên hình là số trong danh sách</source>
   <translation>numbers on the diagram are those in the list</translation>
  </message>
  <message>
   <source>sửa lần cuối {moment}</source>
   <translation>last edited {moment}</translation>
  </message>
  <message>
   <source>trong 30 ngày tới</source>
   <translation>in the next 30 days</translation>
  </message>
  <message>
   <source>trong 7 ngày tới</source>
   <translation>in the next 7 days</translation>
  </message>
  <message>
   <source>trong 90 ngày tới</source>
   <translation>in the next 90 days</translation>
  </message>
  <message>
   <source>từ {day}</source>
   <translation>from {day}</translation>
  </message>
  <message>
   <source>{age} tuổi</source>
   <translation>age {age}</translation>
  </message>
  <message>
   <source>{first} +{count}</source>
   <translation>{first} +{count}</translation>
  </message>
  <message>
   <source>{sex} ·</source>
   <translation>{sex} ·</translation>
  </message>
  <message>
   <source>{side}, ngang {x}, dọc {y}</source>
   <translation>{side}, across {x}, down {y}</translation>
  </message>
  <message>
   <source>{size} KB</source>
   <translation>{size} KB</translation>
  </message>
  <message>
   <source>Đang chọn “Không có giấy tờ”: ghi lý do ở dưới.</source>
   <translation>“No ID document” is chosen: state the reason below.</translation>
  </message>
  <message>
   <source>Đang nhập</source>
   <translation>Being entered</translation>
  </message>
  <message>
   <source>Đang áp dụng</source>
   <translation>In force</translation>
  </message>
  <message>
   <source>Đang đọc tệp…</source>
   <translation>Reading the file…</translation>
  </message>
  <message>
   <source>Đã gạch bỏ hồ sơ {code}.</source>
   <translation>Case file {code} struck out.</translation>
  </message>
  <message>
   <source>Đã gạch bỏ một mục: {what}.</source>
   <translation>Entry struck out: {what}.</translation>
  </message>
  <message>
   <source>Đã gạch bỏ ảnh.</source>
   <translation>Photo struck out.</translation>
  </message>
  <message>
   <source>Đã kết thúc: {what}.</source>
   <translation>Ended: {what}.</translation>
  </message>
  <message>
   <source>Đã lưu nhân thân.</source>
   <translation>Personal details saved.</translation>
  </message>
  <message>
   <source>Đã lưu: {what}.</source>
   <translation>Saved: {what}.</translation>
  </message>
  <message>
   <source>Đã lập hồ sơ {code} cho {name}.</source>
   <translation>Case file {code} has been created for {name}.</translation>
  </message>
  <message>
   <source>Đã thêm ảnh.</source>
   <translation>Photo added.</translation>
  </message>
  <message>
   <source>Đã điền từ thẻ: {name}. Hãy đối chiếu với người thật rồi điền tiếp.</source>
   <translation>Filled in from the card: {name}. Compare with the person, then go on.</translation>
  </message>
  <message>
   <source>Đính kèm lúc</source>
   <translation>Attached at</translation>
  </message>
  <message>
   <source>Đặc điểm nhận dạng</source>
   <translation>Identifying marks</translation>
  </message>
  <message>
   <source>Đặc điểm, hoàn cảnh</source>
   <translation>Personal circumstances</translation>
  </message>
  <message>
   <source>Địa chỉ như ghi trên giấy cũ, hoặc ở nước ngoài</source>
   <translation>Address as on old papers, or abroad</translation>
  </message>
  <message>
   <source>Ảnh</source>
   <translation>Photo</translation>
  </message>
  <message>
   <source>Ảnh &amp; nhận dạng</source>
   <translation>Photos &amp; marks</translation>
  </message>
  <message>
   <source>Ảnh (*.jpg *.jpeg *.png)</source>
   <translation>Pictures (*.jpg *.jpeg *.png)</translation>
  </message>
  <message>
   <source>Ảnh chân dung</source>
   <translation>Portrait photo</translation>
  </message>
  <message>
   <source>Ảnh và PDF (*.jpg *.jpeg *.png *.pdf)</source>
   <translation>Pictures and PDF (*.jpg *.jpeg *.png *.pdf)</translation>
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
  <name>settings</name>
  <message>
   <source>Bộ mức độ của thang CIWA-Ar (một bộ cho cả cơ sở)</source>
   <translation>Set of levels of the CIWA-Ar scale (one set for the whole facility)</translation>
  </message>
  <message>
   <source>Giờ bắt đầu bốn lượt phát thuốc: sáng, trưa, chiều, tối</source>
   <translation>Start times of the four medication rounds: morning, noon, afternoon, evening</translation>
  </message>
  <message>
   <source>Giữ giường khi người cai nghiện tạm vắng vì</source>
   <translation>Keep the bed when a resident is temporarily absent because of</translation>
  </message>
  <message>
   <source>Liều cho dùng sớm hoặc muộn quá bao nhiêu phút thì phải ghi lý do</source>
   <translation>Minutes early or late from which a dose given needs a reason</translation>
  </message>
  <message>
   <source>Mở khẩn cấp kéo dài (phút)</source>
   <translation>Emergency access lasts (minutes)</translation>
  </message>
  <message>
   <source>Mục ghi sau sự việc bao nhiêu phút thì đánh dấu ghi muộn</source>
   <translation>Minutes after the event from which an entry is marked as late</translation>
  </message>
  <message>
   <source>Quyền xem có thời hạn dài nhất (ngày)</source>
   <translation>Longest time-limited access (days)</translation>
  </message>
  <message>
   <source>Thời hạn của mọi người được tính lại theo cấu trúc dữ liệu số</source>
   <translation>Everybody's term was last counted with data structure number</translation>
  </message>
  <message>
   <source>Tự khóa màn hình sau (phút không dùng)</source>
   <translation>Lock the screen after (idle minutes)</translation>
  </message>
  <message>
   <source>Xếp riêng theo diện: quản lý khi lập hồ sơ, bắt buộc, tự nguyện</source>
   <translation>House separately by type of stay: temporary, compulsory, voluntary</translation>
  </message>
 </context>
 <context>
  <name>sheets</name>
  <message>
   <source> […xem tiếp trong chương trình]</source>
   <translation> […see the rest in the program]</translation>
  </message>
  <message>
   <source>Các cột được tách theo dấu {delimiter}.</source>
   <translation>The columns are separated by {delimiter}.</translation>
  </message>
  <message>
   <source>Có</source>
   <translation>Yes</translation>
  </message>
  <message>
   <source>Có dấu nháy kép mở mà không đóng; đã đọc dấu nháy như chữ thường. Hãy xem lại các ô có dấu nháy.</source>
   <translation>A double quotation mark is opened and never closed; quotation marks were read as ordinary characters. Check the cells that have them.</translation>
  </message>
  <message>
   <source>Danh sách lỗi</source>
   <translation>List of errors</translation>
  </message>
  <message>
   <source>Giá trị trong ô</source>
   <translation>Value in the cell</translation>
  </message>
  <message>
   <source>Không</source>
   <translation>No</translation>
  </message>
  <message>
   <source>Không nhận ra bảng mã của tệp, chữ có dấu có thể sai. Hãy mở tệp gốc và lưu lại thành .xlsx hoặc CSV UTF-8.</source>
   <translation>The encoding of the file was not recognised, so letters with accents may be wrong. Open the original file and save it again as .xlsx or CSV UTF-8.</translation>
  </message>
  <message>
   <source>Loại</source>
   <translation>Type</translation>
  </message>
  <message>
   <source>Lỗi</source>
   <translation>Error</translation>
  </message>
  <message>
   <source>Lỗi và cách sửa</source>
   <translation>Error and how to correct it</translation>
  </message>
  <message>
   <source>Lỗi và điều cần xem lại</source>
   <translation>Errors and points to check</translation>
  </message>
  <message>
   <source>Trang &amp;P/&amp;N</source>
   <translation>Page &amp;P/&amp;N</translation>
  </message>
  <message>
   <source>Trang tính “{sheet}” đang ẩn nhưng có dữ liệu.</source>
   <translation>Sheet “{sheet}” is hidden but holds data.</translation>
  </message>
  <message>
   <source>Tệp không nói chữ được ghi theo bảng mã nào; đã đoán là {encoding}. Hãy xem thử vài tên có dấu.</source>
   <translation>The file does not say in which encoding its text is written; {encoding} was assumed. Look at a few names with accents.</translation>
  </message>
  <message>
   <source>Xem lại</source>
   <translation>Check</translation>
  </message>
  <message>
   <source>Ô</source>
   <translation>Cell</translation>
  </message>
  <message>
   <source>Đuôi tệp là {ending} nhưng nội dung là {kind}; đã đọc theo nội dung.</source>
   <translation>The extension of the file is {ending} but its content is {kind}; it was read by its content.</translation>
  </message>
 </context>
 <context>
  <name>staff</name>
  <message>
   <source>(quyền)</source>
   <translation>(acting)</translation>
  </message>
  <message>
   <source>Chuyển công tác</source>
   <translation>Moved to another workplace</translation>
  </message>
  <message>
   <source>Chưa ghi chức vụ nào. Người ký giấy tờ cần có chức vụ.</source>
   <translation>No posts recorded yet. Whoever signs papers needs a post.</translation>
  </message>
  <message>
   <source>Chưa ghi chứng chỉ nào.</source>
   <translation>No certificates recorded yet.</translation>
  </message>
  <message>
   <source>Chưa ghi chứng chỉ nào. Hãy mở hồ sơ một cán bộ, sang mục Chứng chỉ rồi bấm “Thêm chứng chỉ”; việc gia hạn sẽ tự nhắc trước ngày hết hạn.</source>
   <translation>No certificates recorded yet. Open a staff record, go to Certificates and press “Add certificate”; renewal then comes up by itself before the expiry date.</translation>
  </message>
  <message>
   <source>Chưa ghi cán bộ nào. Giấy tờ cần người ký, nên hãy ghi người đứng đầu trước.</source>
   <translation>No staff recorded yet. Papers need a signatory, so record the head first.</translation>
  </message>
  <message>
   <source>Chức vụ</source>
   <translation>Post</translation>
  </message>
  <message>
   <source>Chức vụ hiện tại của người này không phải chức vụ thường ký theo hình thức đã chọn.</source>
   <translation>This person’s current post is not one that usually signs in the way chosen.</translation>
  </message>
  <message>
   <source>Chức vụ in trên giấy tờ</source>
   <translation>Post as printed on papers</translation>
  </message>
  <message>
   <source>Chức vụ này đã kết thúc.</source>
   <translation>This post has ended.</translation>
  </message>
  <message>
   <source>Chức vụ, vị trí</source>
   <translation>Posts</translation>
  </message>
  <message>
   <source>Chứng chỉ</source>
   <translation>Certificates</translation>
  </message>
  <message>
   <source>Chứng chỉ của cán bộ</source>
   <translation>Staff certificates</translation>
  </message>
  <message>
   <source>Cán bộ</source>
   <translation>Staff</translation>
  </message>
  <message>
   <source>Còn {count} ngày</source>
   <translation>{count} d left</translation>
  </message>
  <message>
   <source>Cấp bậc</source>
   <translation>Rank</translation>
  </message>
  <message>
   <source>Cấp bậc hàm</source>
   <translation>Rank</translation>
  </message>
  <message>
   <source>Enter mở hồ sơ · Ctrl+N thêm cán bộ</source>
   <translation>Enter open record · Ctrl+N add staff member</translation>
  </message>
  <message>
   <source>Gia hạn chứng chỉ của cán bộ: {kind}</source>
   <translation>Renew a staff member’s certificate: {kind}</translation>
  </message>
  <message>
   <source>Giới tính</source>
   <translation>Sex</translation>
  </message>
  <message>
   <source>Gạch bỏ chứng chỉ nhập nhầm</source>
   <translation>Strike out certificate entered by mistake</translation>
  </message>
  <message>
   <source>Gạch bỏ hồ sơ nhập nhầm</source>
   <translation>Strike out record entered by mistake</translation>
  </message>
  <message>
   <source>Hình thức ký</source>
   <translation>Type of signing</translation>
  </message>
  <message>
   <source>Hết hạn</source>
   <translation>Expiry date</translation>
  </message>
  <message>
   <source>Hết hạn hôm nay</source>
   <translation>Expires today</translation>
  </message>
  <message>
   <source>Hết hạn {count} ngày</source>
   <translation>Expired {count} d ago</translation>
  </message>
  <message>
   <source>Họ và tên</source>
   <translation>Full name</translation>
  </message>
  <message>
   <source>Hồ sơ</source>
   <translation>Record</translation>
  </message>
  <message>
   <source>Hồ sơ cán bộ</source>
   <translation>Staff record</translation>
  </message>
  <message>
   <source>Khóa tài khoản của cán bộ đã thôi việc</source>
   <translation>Disable the account of a staff member who has left</translation>
  </message>
  <message>
   <source>Không có chứng chỉ nào ở tình trạng này.</source>
   <translation>There are no certificates with this status.</translation>
  </message>
  <message>
   <source>Không có cán bộ nào khớp. Hãy thử ít chữ hơn.</source>
   <translation>No staff match. Try fewer letters.</translation>
  </message>
  <message>
   <source>Kết thúc các chức vụ khác của người này từ ngày đó</source>
   <translation>End this person’s other posts from that day</translation>
  </message>
  <message>
   <source>Loại chứng chỉ</source>
   <translation>Type of certificate</translation>
  </message>
  <message>
   <source>Làm việc</source>
   <translation>Employment</translation>
  </message>
  <message>
   <source>Làm việc từ ngày</source>
   <translation>Employed from</translation>
  </message>
  <message>
   <source>Lý do</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Ngày cuối còn hiệu lực; để trống nếu không thời hạn.</source>
   <translation>Last day it is valid; leave empty if it does not expire.</translation>
  </message>
  <message>
   <source>Ngày cuối giữ chức vụ</source>
   <translation>Last day in post</translation>
  </message>
  <message>
   <source>Ngày cuối được ký</source>
   <translation>Last day of authority</translation>
  </message>
  <message>
   <source>Ngày cấp</source>
   <translation>Date of issue</translation>
  </message>
  <message>
   <source>Ngày làm việc cuối</source>
   <translation>Last day of work</translation>
  </message>
  <message>
   <source>Ngày sinh</source>
   <translation>Date of birth</translation>
  </message>
  <message>
   <source>Ngày văn bản</source>
   <translation>Document date</translation>
  </message>
  <message>
   <source>Người này chưa được ký thay, ký thừa lệnh hay thừa ủy quyền.</source>
   <translation>This person may not yet sign for the head, by order or under authorisation.</translation>
  </message>
  <message>
   <source>Người này đã thôi việc ngày {day}.</source>
   <translation>This person left on {day}.</translation>
  </message>
  <message>
   <source>Người này đăng nhập bằng tài khoản nào; để trống nếu không dùng máy.</source>
   <translation>The account this person signs in with; leave empty if they do not use the computer.</translation>
  </message>
  <message>
   <source>NĐ 30/2020 Đ13: TL. và TUQ. phải có văn bản; TUQ. phải có thời hạn.</source>
   <translation>Decree 30/2020, Art. 13: TL. and TUQ. need an official document; TUQ. must be for a fixed period.</translation>
  </message>
  <message>
   <source>Nơi cấp</source>
   <translation>Place of issue</translation>
  </message>
  <message>
   <source>Quyền ký</source>
   <translation>Signing authority</translation>
  </message>
  <message>
   <source>Quyền ký này đã hết hiệu lực.</source>
   <translation>This signing authority is no longer in force.</translation>
  </message>
  <message>
   <source>Quyền, phụ trách: làm thay khi chưa có người được bổ nhiệm</source>
   <translation>Acting or in charge: stands in until someone is appointed</translation>
  </message>
  <message>
   <source>Sau khi lưu, hồ sơ mở ra để ghi tiếp chức vụ, quyền ký và chứng chỉ.</source>
   <translation>After saving, the record opens so that you can add posts, signing authority and certificates.</translation>
  </message>
  <message>
   <source>Số</source>
   <translation>Number</translation>
  </message>
  <message>
   <source>Số hiệu</source>
   <translation>Service number</translation>
  </message>
  <message>
   <source>Số văn bản</source>
   <translation>Document number</translation>
  </message>
  <message>
   <source>Số định danh</source>
   <translation>Personal ID number</translation>
  </message>
  <message>
   <source>Thời gian</source>
   <translation>Period</translation>
  </message>
  <message>
   <source>Tài khoản đăng nhập</source>
   <translation>Sign-in account</translation>
  </message>
  <message>
   <source>Tên in trên giấy tờ</source>
   <translation>Name as printed on papers</translation>
  </message>
  <message>
   <source>Tìm theo tên, số hiệu, không cần dấu…</source>
   <translation>Search by name or service number, accents not needed…</translation>
  </message>
  <message>
   <source>Tình trạng</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Tất cả mọi người</source>
   <translation>Everyone</translation>
  </message>
  <message>
   <source>Tổ</source>
   <translation>Team</translation>
  </message>
  <message>
   <source>Từ ngày</source>
   <translation>From</translation>
  </message>
  <message>
   <source>Ví dụ: giấy xác nhận, thông báo cho gia đình</source>
   <translation>Example: certificates, notices to the family</translation>
  </message>
  <message>
   <source>Văn bản</source>
   <translation>Official document</translation>
  </message>
  <message>
   <source>chứng chỉ hết hạn</source>
   <translation>expired certificates</translation>
  </message>
  <message>
   <source>chứng chỉ sắp hết hạn</source>
   <translation>certificates expiring soon</translation>
  </message>
  <message>
   <source>nhân viên, người ký, quyền ký thay</source>
   <translation>employees, signatories, authority to sign for the head</translation>
  </message>
  <message>
   <source>sắp có hiệu lực</source>
   <translation>upcoming</translation>
  </message>
  <message>
   <source>sắp giữ</source>
   <translation>upcoming</translation>
  </message>
  <message>
   <source>từ {first}</source>
   <translation>from {first}</translation>
  </message>
  <message>
   <source>{count} chứng chỉ hết hạn</source>
   <translation>Expired certificates: {count}</translation>
  </message>
  <message>
   <source>{count} chứng chỉ sắp hết hạn</source>
   <translation>Certificates expiring soon: {count}</translation>
  </message>
  <message>
   <source>{first} – {last}</source>
   <translation>{first} – {last}</translation>
  </message>
  <message>
   <source>{kind}, số {number}. Việc nhắc gia hạn của nó cũng mất.</source>
   <translation>{kind}, number {number}. Its renewal task goes too.</translation>
  </message>
  <message>
   <source>{name}. Chức vụ và quyền ký kết thúc cùng ngày; người quản trị được nhắc khóa tài khoản.</source>
   <translation>{name}. Posts and signing authority end on the same day; an administrator is reminded to disable the account.</translation>
  </message>
  <message>
   <source>{name}. Dùng khi nhập nhầm hoặc nhập trùng; chức vụ, quyền ký và chứng chỉ đi cùng. Người thôi việc thì ghi thôi việc.</source>
   <translation>{name}. For a record entered by mistake or twice; posts, signing authority and certificates go with it. For someone who leaves, record the leaving.</translation>
  </message>
  <message>
   <source>{number} ngày {day}</source>
   <translation>{number} of {day}</translation>
  </message>
  <message>
   <source>Đang làm việc</source>
   <translation>Employed</translation>
  </message>
  <message>
   <source>Điện thoại</source>
   <translation>Phone</translation>
  </message>
  <message>
   <source>Đã chấm dứt quyền ký.</source>
   <translation>Signing authority ended.</translation>
  </message>
  <message>
   <source>Đã ghi chứng chỉ; việc gia hạn tự hiện trước ngày hết hạn.</source>
   <translation>Certificate recorded; the renewal task appears by itself before it expires.</translation>
  </message>
  <message>
   <source>Đã ghi ngày kết thúc chức vụ.</source>
   <translation>End date of the post recorded.</translation>
  </message>
  <message>
   <source>Đã ghi quyền ký.</source>
   <translation>Signing authority recorded.</translation>
  </message>
  <message>
   <source>Đã ghi thôi việc.</source>
   <translation>Leaving recorded.</translation>
  </message>
  <message>
   <source>Đã giao chức vụ.</source>
   <translation>Post assigned.</translation>
  </message>
  <message>
   <source>Đã gạch bỏ chứng chỉ.</source>
   <translation>Certificate struck out.</translation>
  </message>
  <message>
   <source>Đã gạch bỏ hồ sơ.</source>
   <translation>Record struck out.</translation>
  </message>
  <message>
   <source>Đã lưu hồ sơ cán bộ.</source>
   <translation>Staff record saved.</translation>
  </message>
  <message>
   <source>Đã thôi việc</source>
   <translation>Left</translation>
  </message>
  <message>
   <source>Được ký những gì</source>
   <translation>What may be signed</translation>
  </message>
  <message>
   <source>Được ký: {scope}</source>
   <translation>May sign: {scope}</translation>
  </message>
  <message>
   <source>Đến hết ngày</source>
   <translation>To the end of</translation>
  </message>
  <message>
   <source>Để trống khi chưa có ngày kết thúc.</source>
   <translation>Leave empty if there is no end date yet.</translation>
  </message>
  <message>
   <source>Để trống thì lấy chức vụ đang giữ.</source>
   <translation>If empty, the current post is used.</translation>
  </message>
  <message>
   <source>Để trống thì lấy tên thường dùng của chức vụ.</source>
   <translation>If empty, the usual name of the post is used.</translation>
  </message>
  <message>
   <source>Đối tượng</source>
   <translation>Category</translation>
  </message>
  <message>
   <source>đang giữ</source>
   <translation>current</translation>
  </message>
  <message>
   <source>đang được ký</source>
   <translation>in force</translation>
  </message>
  <message>
   <source>đã hết</source>
   <translation>ended</translation>
  </message>
  <message>
   <source>đã thôi</source>
   <translation>ended</translation>
  </message>
 </context>
 <context>
  <name>stays</name>
  <message>
   <source>1 Tiếp nhận, phân loại</source>
   <translation>1 Admission</translation>
  </message>
  <message>
   <source>2 Cắt cơn, điều trị</source>
   <translation>2 Detox, treatment</translation>
  </message>
  <message>
   <source>3 Giáo dục, tư vấn</source>
   <translation>3 Education, counselling</translation>
  </message>
  <message>
   <source>4 Lao động, học nghề</source>
   <translation>4 Labour, training</translation>
  </message>
  <message>
   <source>5 Chuẩn bị tái hòa nhập</source>
   <translation>5 Reintegration</translation>
  </message>
  <message>
   <source>Bản</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Bản quét</source>
   <translation>Scan</translation>
  </message>
  <message>
   <source>Bắt buộc</source>
   <translation>Compulsory</translation>
  </message>
  <message>
   <source>Bắt buộc, dưới 18 tuổi</source>
   <translation>Compulsory, under 18</translation>
  </message>
  <message>
   <source>Bắt đầu chấp hành</source>
   <translation>Start of term</translation>
  </message>
  <message>
   <source>Bỏ trốn</source>
   <translation>Escaped</translation>
  </message>
  <message>
   <source>Chưa có kế hoạch cai nghiện (V-18)</source>
   <translation>There is no rehabilitation plan (V-18)</translation>
  </message>
  <message>
   <source>Chưa có lần cai nghiện nào nên chưa có kế hoạch. Hãy tiếp nhận ở thẻ “Thời hạn”.</source>
   <translation>There is no stay yet, so there is no plan. Admit on the tab “Term”.</translation>
  </message>
  <message>
   <source>Chưa có lần cai nghiện nào. Người đầu tiên được tiếp nhận sẽ hiện ở đây.</source>
   <translation>There are no stays yet. The first person admitted will appear here.</translation>
  </message>
  <message>
   <source>Chưa có ngày nào được tính.</source>
   <translation>No days counted yet.</translation>
  </message>
  <message>
   <source>Chưa có số, ngày của V-43 thì chưa cộng ngày nào (Đ109.3); bổ sung được sau.</source>
   <translation>Without the number and date of V-43 no days are added (Art. 109.3); they can be added later.</translation>
  </message>
  <message>
   <source>Chưa có số, ngày của V-43 thì chưa cộng ngày nào; bổ sung được sau.</source>
   <translation>Without the number and date of V-43 no days are added; they can be added later.</translation>
  </message>
  <message>
   <source>Chưa có số, ngày của giấy tờ về: {kind}</source>
   <translation>No number and date of a paper on: {kind}</translation>
  </message>
  <message>
   <source>Chưa có sự kiện nào: người này ở cơ sở suốt từ ngày bắt đầu.</source>
   <translation>No events yet: this person has been in the facility ever since the start.</translation>
  </message>
  <message>
   <source>Chưa lần nào rời cơ sở.</source>
   <translation>Never left the facility yet.</translation>
  </message>
  <message>
   <source>Chưa quyết định thời gian tạm giữ, tạm giam tính thế nào</source>
   <translation>Not decided how the custody or remand counts</translation>
  </message>
  <message>
   <source>Chưa rõ ngày ra; nếu về hôm nay: {day}</source>
   <translation>Discharge date not known; if back today: {day}</translation>
  </message>
  <message>
   <source>Chưa tính lần nào.</source>
   <translation>No calculations yet.</translation>
  </message>
  <message>
   <source>Chưa đánh giá kết quả kế hoạch cai nghiện (V-18 phần V)</source>
   <translation>The rehabilitation plan has not been evaluated (V-18 part V)</translation>
  </message>
  <message>
   <source>Chế độ luật</source>
   <translation>Legal regime</translation>
  </message>
  <message>
   <source>Chỉ cần khi có điều khác quy định; chương trình sẽ nói điều gì</source>
   <translation>Only needed if something differs from the rules; the program will say what</translation>
  </message>
  <message>
   <source>Chỉ cần khi thời lượng khác quy định; chương trình sẽ nói điều gì</source>
   <translation>Only needed if the length differs from the rules; the program will say what</translation>
  </message>
  <message>
   <source>Chịu tang</source>
   <translation>Funeral leave</translation>
  </message>
  <message>
   <source>Chọn bản quét của quyết định</source>
   <translation>Choose the scan of the decision</translation>
  </message>
  <message>
   <source>Chức vụ và họ tên, như in</source>
   <translation>Post and full name, as printed</translation>
  </message>
  <message>
   <source>Cách tính thời gian tạm giữ, tạm giam do lãnh đạo cơ sở quyết định, có lý do.</source>
   <translation>How the custody or remand counts is decided by the head of facility, with a reason.</translation>
  </message>
  <message>
   <source>Cách tính, lý do</source>
   <translation>How it counts, reason</translation>
  </message>
  <message>
   <source>Cán bộ tiếp nhận, văn thư hoặc lãnh đạo cơ sở ghi việc tiếp nhận.</source>
   <translation>An intake officer, a clerk or the head of facility records the admission.</translation>
  </message>
  <message>
   <source>Còn</source>
   <translation>Left</translation>
  </message>
  <message>
   <source>Có mặt</source>
   <translation>Present</translation>
  </message>
  <message>
   <source>Công an cấp xã có liên quan</source>
   <translation>Commune police concerned</translation>
  </message>
  <message>
   <source>Căn cứ</source>
   <translation>Legal basis</translation>
  </message>
  <message>
   <source>Căn cứ của ngày bắt đầu</source>
   <translation>Basis of the start date</translation>
  </message>
  <message>
   <source>Cơ quan ban hành</source>
   <translation>Issuing authority</translation>
  </message>
  <message>
   <source>Cơ quan giao</source>
   <translation>Assigning authority</translation>
  </message>
  <message>
   <source>Cần khi đổi cách tính hoặc ngày ra lùi lại; khi đó lãnh đạo cơ sở ghi</source>
   <translation>Needed when how it counts changes or the discharge date moves later; the head of facility then records it</translation>
  </message>
  <message>
   <source>Cần xem lại</source>
   <translation>To check</translation>
  </message>
  <message>
   <source>Cộng</source>
   <translation>Added</translation>
  </message>
  <message>
   <source>Cộng thêm</source>
   <translation>Added</translation>
  </message>
  <message>
   <source>Diện</source>
   <translation>Type</translation>
  </message>
  <message>
   <source>Diện cai nghiện</source>
   <translation>Type of stay</translation>
  </message>
  <message>
   <source>Diện này chưa có quyết định nào được ghi.</source>
   <translation>No decisions recorded for this stay yet.</translation>
  </message>
  <message>
   <source>Diện này không chia giai đoạn.</source>
   <translation>This type of stay has no stages.</translation>
  </message>
  <message>
   <source>Diện này không có thời hạn nên không có gì để giảm.</source>
   <translation>This type of stay has no term, so there is nothing to reduce.</translation>
  </message>
  <message>
   <source>Diện này không có thời hạn nên không có gì để trừ.</source>
   <translation>This type of stay has no term, so there is nothing to credit.</translation>
  </message>
  <message>
   <source>Diện này không dùng mục này.</source>
   <translation>This type of stay does not use this field.</translation>
  </message>
  <message>
   <source>Diện và ngày</source>
   <translation>Type and dates</translation>
  </message>
  <message>
   <source>Dự kiến ra {day}</source>
   <translation>Discharge expected {day}</translation>
  </message>
  <message>
   <source>Ghi lúc</source>
   <translation>Recorded at</translation>
  </message>
  <message>
   <source>Ghi nhầm người</source>
   <translation>Recorded for the wrong person</translation>
  </message>
  <message>
   <source>Ghi thêm một bản; bản cũ giữ nguyên. Quyết định sửa đổi thì ghi ngày áp dụng.</source>
   <translation>Records a further version; the old one stays. For a changed decision, give the day it applies from.</translation>
  </message>
  <message>
   <source>Ghi trùng</source>
   <translation>Recorded twice</translation>
  </message>
  <message>
   <source>Giai đoạn</source>
   <translation>Stages</translation>
  </message>
  <message>
   <source>Giai đoạn này chưa bắt đầu: dùng “Bắt đầu”.</source>
   <translation>This stage has not begun: use “Begin”.</translation>
  </message>
  <message>
   <source>Giai đoạn này đã bắt đầu: dùng “Kết thúc, sửa”.</source>
   <translation>This stage has begun: use “End or edit”.</translation>
  </message>
  <message>
   <source>Giai đoạn {number} “{stage}” chưa kết thúc, chưa đánh giá</source>
   <translation>Stage {number} “{stage}” has not ended or been evaluated</translation>
  </message>
  <message>
   <source>Giai đoạn {number} “{stage}” chưa được ghi</source>
   <translation>Stage {number} “{stage}” is not recorded</translation>
  </message>
  <message>
   <source>Giải thích</source>
   <translation>Explanation</translation>
  </message>
  <message>
   <source>Giấy tờ</source>
   <translation>Paper</translation>
  </message>
  <message>
   <source>Giờ</source>
   <translation>Time</translation>
  </message>
  <message>
   <source>Gạch bỏ lần cai nghiện này?</source>
   <translation>Strike out this stay?</translation>
  </message>
  <message>
   <source>Hôm nay đã có giải trình. Ngày mai, nếu còn giữ, cần giải trình lại.</source>
   <translation>Today has been explained. Tomorrow, if the person is still held, another explanation is needed.</translation>
  </message>
  <message>
   <source>Hạn quản lý {day}</source>
   <translation>Held until {day}</translation>
  </message>
  <message>
   <source>Hết hạn</source>
   <translation>Term ends</translation>
  </message>
  <message>
   <source>Hợp đồng đến ngày</source>
   <translation>Contract ends on</translation>
  </message>
  <message>
   <source>Không có lần cai nghiện nào khớp. Hãy bỏ bớt bộ lọc hoặc gõ ít chữ hơn.</source>
   <translation>No stays match. Clear some filters or type fewer letters.</translation>
  </message>
  <message>
   <source>Không có thời hạn</source>
   <translation>No term</translation>
  </message>
  <message>
   <source>Không có việc này</source>
   <translation>Did not happen</translation>
  </message>
  <message>
   <source>Ký hiệu</source>
   <translation>Symbol</translation>
  </message>
  <message>
   <source>Kế hoạch V-18</source>
   <translation>Plan V-18</translation>
  </message>
  <message>
   <source>Kế hoạch được ban hành như đang ghi, lấy số và giữ nguyên nội dung. Phần I chỉ có trong bản do bác sĩ, điều dưỡng trưởng ban hành. In và xem lại ở trang văn bản.</source>
   <translation>The plan is issued as recorded; it takes a number and its content is fixed. Part I is only in copies issued by a doctor or head nurse. Print it and check it again on the documents page.</translation>
  </message>
  <message>
   <source>Kết quả</source>
   <translation>Result</translation>
  </message>
  <message>
   <source>Loại</source>
   <translation>Type</translation>
  </message>
  <message>
   <source>Loại quyết định</source>
   <translation>Type of decision</translation>
  </message>
  <message>
   <source>Luật của lần cai nghiện này không có giảm thời hạn ({article}).</source>
   <translation>The law of this stay has no term reduction ({article}).</translation>
  </message>
  <message>
   <source>Lúc</source>
   <translation>When</translation>
  </message>
  <message>
   <source>Lý do ra</source>
   <translation>Reason for leaving</translation>
  </message>
  <message>
   <source>Lý do vào</source>
   <translation>Reason for admission</translation>
  </message>
  <message>
   <source>Lý do đưa vào cơ sở</source>
   <translation>Reason for admission</translation>
  </message>
  <message>
   <source>Lý do, ghi chú</source>
   <translation>Reason, note</translation>
  </message>
  <message>
   <source>Lần cai nghiện</source>
   <translation>Stays</translation>
  </message>
  <message>
   <source>Lần cai nghiện này đã kết thúc.</source>
   <translation>This stay has ended.</translation>
  </message>
  <message>
   <source>Lần cai nghiện thứ</source>
   <translation>Time in rehabilitation</translation>
  </message>
  <message>
   <source>Lần cai nghiện {code}</source>
   <translation>Stay {code}</translation>
  </message>
  <message>
   <source>Lần cai nghiện đã kết thúc.</source>
   <translation>The stay has ended.</translation>
  </message>
  <message>
   <source>Lần này tiếp nối bằng lần cai nghiện bắt buộc nên lý do ra không sửa.</source>
   <translation>This stay continues in a compulsory stay, so its reason for leaving is not edited.</translation>
  </message>
  <message>
   <source>Mỗi lần ghi là một bản mới</source>
   <translation>Each record is a new version</translation>
  </message>
  <message>
   <source>Ngày</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Ngày ban hành</source>
   <translation>Date of issue</translation>
  </message>
  <message>
   <source>Ngày bắt đầu</source>
   <translation>Start date</translation>
  </message>
  <message>
   <source>Ngày bắt đầu chấp hành</source>
   <translation>Start of term</translation>
  </message>
  <message>
   <source>Ngày cơ sở nhận được</source>
   <translation>Received by the facility on</translation>
  </message>
  <message>
   <source>Ngày của giấy tờ</source>
   <translation>Date of the paper</translation>
  </message>
  <message>
   <source>Ngày hiệu lực, nếu in</source>
   <translation>Effective on, if printed</translation>
  </message>
  <message>
   <source>Ngày in trên quyết định</source>
   <translation>As printed on the decision</translation>
  </message>
  <message>
   <source>Ngày kết thúc</source>
   <translation>End date</translation>
  </message>
  <message>
   <source>Ngày kết thúc lần cai nghiện được ghi cùng việc ra cơ sở, không gạch bỏ hay sửa ở đây.</source>
   <translation>The end of the stay was recorded with the discharge; it is not struck out or edited here.</translation>
  </message>
  <message>
   <source>Ngày người đứng đầu thông báo</source>
   <translation>Date the head announced</translation>
  </message>
  <message>
   <source>Ngày ra</source>
   <translation>Discharge date</translation>
  </message>
  <message>
   <source>Ngày ra tính từ quyết định và ngày trong biên bản giao, nhận. Enter ô kế, Ctrl+Enter lưu.</source>
   <translation>The discharge date counts from the decision and the date in the handover minutes. Enter next box, Ctrl+Enter save.</translation>
  </message>
  <message>
   <source>Ngày thông báo</source>
   <translation>Date of announcement</translation>
  </message>
  <message>
   <source>Ngày tiếp nhận</source>
   <translation>Date of admission</translation>
  </message>
  <message>
   <source>Ngày trở lại</source>
   <translation>Return date</translation>
  </message>
  <message>
   <source>Ngày trở lại do việc “Nhận trở lại” ghi.</source>
   <translation>The return date is recorded by “Record return”.</translation>
  </message>
  <message>
   <source>Ngày áp dụng</source>
   <translation>Applies from</translation>
  </message>
  <message>
   <source>Người cai nghiện tự nguyện rời cơ sở không bị coi là bỏ trốn ({article}): không truy tìm, không cộng ngày. Khi đủ thời gian luật định, ghi kết thúc “Tự ý chấm dứt”.</source>
   <translation>A voluntary resident who leaves the facility is not deemed to have escaped ({article}): no search, no days added. When the time set by law has passed, record an end “Self-terminated”.</translation>
  </message>
  <message>
   <source>Người khác vừa ghi. Hiện nay: {state} từ {day}.</source>
   <translation>Someone else has just recorded. Now: {state} from {day}.</translation>
  </message>
  <message>
   <source>Người ký</source>
   <translation>Signed by</translation>
  </message>
  <message>
   <source>Người này chưa có lần cai nghiện nào tại cơ sở.</source>
   <translation>This person has no stay in the facility yet.</translation>
  </message>
  <message>
   <source>Người phụ trách</source>
   <translation>In charge</translation>
  </message>
  <message>
   <source>Người được tiếp nhận</source>
   <translation>Person admitted</translation>
  </message>
  <message>
   <source>Người đứng đầu chưa xác nhận giấy tờ về: {kind}</source>
   <translation>Not yet confirmed by the head, paper about: {kind}</translation>
  </message>
  <message>
   <source>Như in: 118</source>
   <translation>As printed: 118</translation>
  </message>
  <message>
   <source>Như in; giấy xác nhận ghi lại: áp dụng biện pháp đưa vào cơ sở …</source>
   <translation>As printed; the certificate repeats it: apply the measure of sending to a facility …</translation>
  </message>
  <message>
   <source>Những lần đã tính</source>
   <translation>Calculations made</translation>
  </message>
  <message>
   <source>Những ngày quản lý trong khi lập hồ sơ, trước ngày bắt đầu {start}, được trừ vào thời hạn ({article}). Ghi theo quyết định quản lý (V-32).</source>
   <translation>The days of temporary management while the file was prepared, before the start of the term {start}, are credited to the term ({article}). Record them from the temporary management decision (V-32).</translation>
  </message>
  <message>
   <source>Năm giai đoạn trên trục thời gian</source>
   <translation>The five stages on a time line</translation>
  </message>
  <message>
   <source>Nơi cơ sở đặt trụ sở</source>
   <translation>Seat of the facility</translation>
  </message>
  <message>
   <source>Nơi cư trú</source>
   <translation>Place of residence</translation>
  </message>
  <message>
   <source>Nơi lập hồ sơ, ra quyết định</source>
   <translation>Where the file and decision were made</translation>
  </message>
  <message>
   <source>Nằm viện</source>
   <translation>Hospital</translation>
  </message>
  <message>
   <source>Phải cho ra từ ngày {day}; mỗi ngày giữ thêm đều phải giải trình.</source>
   <translation>Discharge was due on {day}; every further day must be explained.</translation>
  </message>
  <message>
   <source>Quyết định</source>
   <translation>Decision</translation>
  </message>
  <message>
   <source>Quyết định do cơ sở ban hành</source>
   <translation>Decision issued by the facility</translation>
  </message>
  <message>
   <source>Quyết định giao cơ sở tiếp nhận, nếu có</source>
   <translation>Facility assignment decision, if any</translation>
  </message>
  <message>
   <source>Quyết định này chưa có bản quét.</source>
   <translation>This decision has no scan yet.</translation>
  </message>
  <message>
   <source>Quyết định này đã có bản quét; bản quét không thay được.</source>
   <translation>This decision already has a scan; a scan cannot be replaced.</translation>
  </message>
  <message>
   <source>Quyết định {count} tháng</source>
   <translation>Decision: {count} months</translation>
  </message>
  <message>
   <source>Quyết định {number}. Bản quét nằm trong hồ sơ của người này và không thay được.</source>
   <translation>Decision {number}. The scan is kept in this person’s case file and cannot be replaced.</translation>
  </message>
  <message>
   <source>Quá ngày phải cho ra</source>
   <translation>Overdue for discharge</translation>
  </message>
  <message>
   <source>Quá ngày phải cho ra {count} ngày</source>
   <translation>Overdue for discharge by {count} d</translation>
  </message>
  <message>
   <source>Quá ngày ra</source>
   <translation>Overdue</translation>
  </message>
  <message>
   <source>Quản lý khi lập hồ sơ</source>
   <translation>Temporary</translation>
  </message>
  <message>
   <source>Quản lý theo V-32 từ ngày</source>
   <translation>Held under V-32 from</translation>
  </message>
  <message>
   <source>Quản lý từ ngày</source>
   <translation>Held from</translation>
  </message>
  <message>
   <source>Quản lý đến ngày, theo V-32</source>
   <translation>Held until, under V-32</translation>
  </message>
  <message>
   <source>Ra, vào</source>
   <translation>Out and in</translation>
  </message>
  <message>
   <source>Sau dấu /: QĐ-TA</source>
   <translation>After the /: QD-TA</translation>
  </message>
  <message>
   <source>Sau việc</source>
   <translation>After</translation>
  </message>
  <message>
   <source>Sắp phải cho ra</source>
   <translation>Discharge due soon</translation>
  </message>
  <message>
   <source>Số hợp đồng V-29</source>
   <translation>Contract number V-29</translation>
  </message>
  <message>
   <source>Số ngày</source>
   <translation>Days</translation>
  </message>
  <message>
   <source>Số ngày quản lý được tính thế nào?</source>
   <translation>How are the days held counted?</translation>
  </message>
  <message>
   <source>Số quyết định</source>
   <translation>Decision number</translation>
  </message>
  <message>
   <source>Số quyết định giao cơ sở</source>
   <translation>Assignment decision number</translation>
  </message>
  <message>
   <source>Số tháng được giảm</source>
   <translation>Months reduced</translation>
  </message>
  <message>
   <source>Số, ký hiệu</source>
   <translation>Number and symbol</translation>
  </message>
  <message>
   <source>Số, ký hiệu giấy tờ</source>
   <translation>Paper number and symbol</translation>
  </message>
  <message>
   <source>Số, ngày của quyết định cho về chịu tang (V-49).</source>
   <translation>Number and date of the funeral leave decision (V-49).</translation>
  </message>
  <message>
   <source>Số, ngày của quyết định thi hành án phạt tù; chưa có thì chưa cộng ngày.</source>
   <translation>Number and date of the decision to execute the prison sentence; without them no days are added.</translation>
  </message>
  <message>
   <source>Số, ngày của quyết định tạm đình chỉ của Tòa án.</source>
   <translation>Number and date of the court’s suspension decision.</translation>
  </message>
  <message>
   <source>Số, ngày của quyết định tạm đưa ra khỏi cơ sở (V-47).</source>
   <translation>Number and date of the decision on temporary removal (V-47).</translation>
  </message>
  <message>
   <source>Sự kiện của thời hạn</source>
   <translation>Events of the term</translation>
  </message>
  <message>
   <source>Sự kiện này không có giấy tờ nào chờ xác nhận.</source>
   <translation>This event has no paper waiting to be confirmed.</translation>
  </message>
  <message>
   <source>Sự kiện này đang quyết định tình trạng hiện tại: hãy nhận trở lại trước, rồi gạch bỏ.</source>
   <translation>This event decides the present status: record the return first, then strike it out.</translation>
  </message>
  <message>
   <source>Theo diện; chọn khác khi giấy tờ ghi khác</source>
   <translation>By type of stay; choose another if the papers say so</translation>
  </message>
  <message>
   <source>Theo giấy tờ; đặt khác đi do lãnh đạo cơ sở quyết định, có lý do (quyền “Quyết định về thời hạn”).</source>
   <translation>By the papers; anything else is decided by the head of facility, with a reason (permission “Decide on the term”).</translation>
  </message>
  <message>
   <source>Theo ngày quyết định; chọn khác thì ghi lý do</source>
   <translation>By the date of the decision; if you choose another, state a reason</translation>
  </message>
  <message>
   <source>Theo quyết định của Tòa án ({article}). Ghi số tháng hoặc số ngày, một trong hai.</source>
   <translation>By the court decision ({article}). State the number of months or of days, one of the two.</translation>
  </message>
  <message>
   <source>Theo tên gọi lúc ban hành</source>
   <translation>Its name when it was issued</translation>
  </message>
  <message>
   <source>Thuốc thay thế</source>
   <translation>Substitution</translation>
  </message>
  <message>
   <source>Thành</source>
   <translation>Becomes</translation>
  </message>
  <message>
   <source>Tháng</source>
   <translation>Months</translation>
  </message>
  <message>
   <source>Thời gian tạm giữ, tạm giam tính thế nào</source>
   <translation>How the custody or remand counts</translation>
  </message>
  <message>
   <source>Thời hạn</source>
   <translation>Term</translation>
  </message>
  <message>
   <source>Thời hạn (tháng)</source>
   <translation>Term (months)</translation>
  </message>
  <message>
   <source>Thời hạn trên trục thời gian</source>
   <translation>The term on a time line</translation>
  </message>
  <message>
   <source>Tiếp nhận</source>
   <translation>Admission</translation>
  </message>
  <message>
   <source>Tiếp nhận để ghi quyết định và tính thời hạn.</source>
   <translation>Admit to record the decision and calculate the term.</translation>
  </message>
  <message>
   <source>Trình độ, chứng chỉ</source>
   <translation>Qualification, certificates</translation>
  </message>
  <message>
   <source>Trở lại</source>
   <translation>Return</translation>
  </message>
  <message>
   <source>Trừ</source>
   <translation>Credit</translation>
  </message>
  <message>
   <source>Tên bản quét</source>
   <translation>Name of scan</translation>
  </message>
  <message>
   <source>Tên, mã hoặc số cuối giấy tờ, không cần dấu</source>
   <translation>Name, code or last digits of ID document, accents not needed</translation>
  </message>
  <message>
   <source>Tên, mã, số cuối giấy tờ…</source>
   <translation>Name, code, last digits of ID document…</translation>
  </message>
  <message>
   <source>Tình trạng</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Tính lúc</source>
   <translation>Calculated at</translation>
  </message>
  <message>
   <source>Tính thế nào</source>
   <translation>How it counts</translation>
  </message>
  <message>
   <source>Tính từ ngày</source>
   <translation>Counted from</translation>
  </message>
  <message>
   <source>Tính từng ngày</source>
   <translation>Day by day</translation>
  </message>
  <message>
   <source>Tại gia đình, có giai đoạn tại cơ sở</source>
   <translation>At home, stages in the facility</translation>
  </message>
  <message>
   <source>Tạm giữ, tạm giam</source>
   <translation>Custody or remand</translation>
  </message>
  <message>
   <source>Tạm vắng</source>
   <translation>Temporarily absent</translation>
  </message>
  <message>
   <source>Tạm đình chỉ</source>
   <translation>Suspended</translation>
  </message>
  <message>
   <source>Tệp này không đọc được. Hãy xem bản gốc trên giấy và báo người quản trị.</source>
   <translation>This file cannot be read. See the original on paper and tell an administrator.</translation>
  </message>
  <message>
   <source>Tố tụng</source>
   <translation>Proceedings</translation>
  </message>
  <message>
   <source>Từ ngày</source>
   <translation>From</translation>
  </message>
  <message>
   <source>Từ ngày, nếu in</source>
   <translation>From, if printed</translation>
  </message>
  <message>
   <source>Tự nguyện, công lập</source>
   <translation>Voluntary, public</translation>
  </message>
  <message>
   <source>Tự nguyện, tư nhân</source>
   <translation>Voluntary, private</translation>
  </message>
  <message>
   <source>Tự ý rời</source>
   <translation>Without leave</translation>
  </message>
  <message>
   <source>Việc</source>
   <translation>Event</translation>
  </message>
  <message>
   <source>Vì sao chưa biết ngày ra?</source>
   <translation>Why is the discharge date not known?</translation>
  </message>
  <message>
   <source>Vì sao ra ngày {day}?</source>
   <translation>Why {day}?</translation>
  </message>
  <message>
   <source>Vì sao ra ngày đó</source>
   <translation>Why this discharge date</translation>
  </message>
  <message>
   <source>Vắng mặt</source>
   <translation>Absent</translation>
  </message>
  <message>
   <source>Về việc</source>
   <translation>Subject</translation>
  </message>
  <message>
   <source>bản đầu</source>
   <translation>first version</translation>
  </message>
  <message>
   <source>chưa bắt đầu</source>
   <translation>not begun</translation>
  </message>
  <message>
   <source>chưa có</source>
   <translation>none yet</translation>
  </message>
  <message>
   <source>chưa có giấy tờ</source>
   <translation>no paper yet</translation>
  </message>
  <message>
   <source>chưa quyết định cách tính</source>
   <translation>not decided how it counts</translation>
  </message>
  <message>
   <source>chưa xác định</source>
   <translation>not known</translation>
  </message>
  <message>
   <source>chưa xác định; nếu trở lại hôm nay: {day}</source>
   <translation>not known; if back today: {day}</translation>
  </message>
  <message>
   <source>chưa đánh giá</source>
   <translation>not evaluated</translation>
  </message>
  <message>
   <source>chậm nhất {day}, chỉ biết năm sinh {birth_year}</source>
   <translation>by {day}, only the year of birth {birth_year} is known</translation>
  </message>
  <message>
   <source>còn {count} ngày</source>
   <translation>{count} d left</translation>
  </message>
  <message>
   <source>có</source>
   <translation>yes</translation>
  </message>
  <message>
   <source>có mặt tại cơ sở</source>
   <translation>present in the facility</translation>
  </message>
  <message>
   <source>dự kiến</source>
   <translation>expected</translation>
  </message>
  <message>
   <source>dự kiến {first} – {last}</source>
   <translation>expected {first} – {last}</translation>
  </message>
  <message>
   <source>hoặc số ngày</source>
   <translation>or number of days</translation>
  </message>
  <message>
   <source>hôm nay</source>
   <translation>today</translation>
  </message>
  <message>
   <source>hạn {day}</source>
   <translation>limit {day}</translation>
  </message>
  <message>
   <source>hạn đến {day}</source>
   <translation>until {day}</translation>
  </message>
  <message>
   <source>không có thời hạn</source>
   <translation>no term</translation>
  </message>
  <message>
   <source>mỗi lần tính ghi thêm một dòng, không dòng nào bị sửa</source>
   <translation>each calculation adds a row, no row is ever edited</translation>
  </message>
  <message>
   <source>quá ngày phải cho ra</source>
   <translation>overdue for discharge</translation>
  </message>
  <message>
   <source>quá {count} ngày</source>
   <translation>overdue by {count} d</translation>
  </message>
  <message>
   <source>quân số</source>
   <translation>roll</translation>
  </message>
  <message>
   <source>ra hôm nay</source>
   <translation>today</translation>
  </message>
  <message>
   <source>ra trong 30 ngày</source>
   <translation>discharge within 30 days</translation>
  </message>
  <message>
   <source>ra {day}</source>
   <translation>discharge {day}</translation>
  </message>
  <message>
   <source>sắp hết hạn</source>
   <translation>term ending soon</translation>
  </message>
  <message>
   <source>sửa đổi lần {count}</source>
   <translation>change {count}</translation>
  </message>
  <message>
   <source>tiếp nhận</source>
   <translation>admission</translation>
  </message>
  <message>
   <source>trong 15 ngày tới</source>
   <translation>in the next 15 days</translation>
  </message>
  <message>
   <source>trong 30 ngày tới</source>
   <translation>in the next 30 days</translation>
  </message>
  <message>
   <source>trong 45 ngày tới</source>
   <translation>in the next 45 days</translation>
  </message>
  <message>
   <source>trong 60 ngày tới</source>
   <translation>in the next 60 days</translation>
  </message>
  <message>
   <source>trong 7 ngày tới</source>
   <translation>in the next 7 days</translation>
  </message>
  <message>
   <source>tạm vắng</source>
   <translation>temporarily absent</translation>
  </message>
  <message>
   <source>từ {first}, {days}</source>
   <translation>from {first}, {days}</translation>
  </message>
  <message>
   <source>{count} ngày</source>
   <translation>{count} d</translation>
  </message>
  <message>
   <source>{day}</source>
   <translation>{day}</translation>
  </message>
  <message>
   <source>{day} · {basis}</source>
   <translation>{day} · {basis}</translation>
  </message>
  <message>
   <source>{day}, phải chuyển cơ sở</source>
   <translation>{day}, transfer needed</translation>
  </message>
  <message>
   <source>{event}. Giấy tờ {paper}. Khi đã xác nhận, những ngày vắng mặt được cộng vào thời hạn ({article}).</source>
   <translation>{event}. Paper {paper}. Once confirmed, the days absent are added to the term ({article}).</translation>
  </message>
  <message>
   <source>{event}. Sự kiện bị gạch vẫn còn trong nhật ký; thời hạn tính lại ngay.</source>
   <translation>{event}. A struck out event stays in the audit trail; the term is recalculated at once.</translation>
  </message>
  <message>
   <source>{first} – {last}, {days}</source>
   <translation>{first} – {last}, {days}</translation>
  </message>
  <message>
   <source>{first} – {last}: {days}, {effect}. {article}</source>
   <translation>{first} – {last}: {days}, {effect}. {article}</translation>
  </message>
  <message>
   <source>{name} phải ra từ ngày {day}. Lời giải trình có giá trị trong hôm nay.</source>
   <translation>{name} was due for discharge on {day}. An explanation holds for today only.</translation>
  </message>
  <message>
   <source>{name}. Chưa xác định được ngày ra.</source>
   <translation>{name}. The discharge date is not known.</translation>
  </message>
  <message>
   <source>{name}. Chỉ dùng khi ghi nhầm và chưa có sự kiện nào; người đã ra thì ghi kết thúc.</source>
   <translation>{name}. Only if recorded by mistake and without events; for a person who has left, record the end.</translation>
  </message>
  <message>
   <source>{name}. Hiện: {before}; sẽ thành: {after} ({article}).</source>
   <translation>{name}. Now: {before}; becomes: {after} ({article}).</translation>
  </message>
  <message>
   <source>{name}. Không giao, nhận lại: thời hạn tính từ ngày người đứng đầu thông báo; {days} quản lý được trừ.</source>
   <translation>{name}. No new handover: the term counts from the day the head announced the decision; {days} of temporary management are credited.</translation>
  </message>
  <message>
   <source>{name}. Ngày phải cho ra: {day}. Từ ngày đó không giấy tờ nào giữ người lại.</source>
   <translation>{name}. Discharge due on {day}. From that day no paper keeps the person here.</translation>
  </message>
  <message>
   <source>{name}. Đã ghi: {exit}, ngày {day}. Ngày ra không đổi; lý do cũ vẫn còn, gạch bỏ, trong nhật ký.</source>
   <translation>{name}. Recorded: {exit}, on {day}. The discharge date does not change; the old reason stays, struck out, in the audit trail.</translation>
  </message>
  <message>
   <source>{number} ngày {day}</source>
   <translation>{number} of {day}</translation>
  </message>
  <message>
   <source>{number}, chưa ghi ngày</source>
   <translation>{number}, no date yet</translation>
  </message>
  <message>
   <source>{paper}, chờ người đứng đầu xác nhận</source>
   <translation>{paper}, waiting for the head to confirm</translation>
  </message>
  <message>
   <source>{stage} ({article}). Ngày kết thúc là ngày đầu đã sang giai đoạn sau.</source>
   <translation>{stage} ({article}). The end date is the first day of the next stage.</translation>
  </message>
  <message>
   <source>{state} từ {day}</source>
   <translation>{state} from {day}</translation>
  </message>
  <message>
   <source>Án phạt tù</source>
   <translation>Prison</translation>
  </message>
  <message>
   <source>Áp dụng từ</source>
   <translation>Applies from</translation>
  </message>
  <message>
   <source>Áp dụng từ ngày</source>
   <translation>Applies from</translation>
  </message>
  <message>
   <source>Đang quản lý</source>
   <translation>In management</translation>
  </message>
  <message>
   <source>Điều chuyển</source>
   <translation>Transfer</translation>
  </message>
  <message>
   <source>Đã ban hành kế hoạch số {number}.</source>
   <translation>Plan number {number} issued.</translation>
  </message>
  <message>
   <source>Đã bắt đầu giai đoạn.</source>
   <translation>Stage begun.</translation>
  </message>
  <message>
   <source>Đã chấp hành</source>
   <translation>Served</translation>
  </message>
  <message>
   <source>Đã ghi giải trình cho hôm nay.</source>
   <translation>Explanation for today recorded.</translation>
  </message>
  <message>
   <source>Đã ghi kết thúc lần cai nghiện.</source>
   <translation>End of stay recorded.</translation>
  </message>
  <message>
   <source>Đã ghi quyết định; thời hạn đã tính lại.</source>
   <translation>Decision recorded; term recalculated.</translation>
  </message>
  <message>
   <source>Đã ghi: {what}.</source>
   <translation>Recorded: {what}.</translation>
  </message>
  <message>
   <source>Đã gạch bỏ lần cai nghiện {code}.</source>
   <translation>Stay {code} struck out.</translation>
  </message>
  <message>
   <source>Đã gạch bỏ sự kiện; thời hạn đã tính lại.</source>
   <translation>Event struck out; term recalculated.</translation>
  </message>
  <message>
   <source>Đã kết thúc</source>
   <translation>Ended</translation>
  </message>
  <message>
   <source>Đã lưu Công an cấp xã có liên quan.</source>
   <translation>Commune police concerned saved.</translation>
  </message>
  <message>
   <source>Đã lưu giai đoạn.</source>
   <translation>Stage saved.</translation>
  </message>
  <message>
   <source>Đã lưu sự kiện; thời hạn đã tính lại.</source>
   <translation>Event saved; term recalculated.</translation>
  </message>
  <message>
   <source>Đã lưu {part}.</source>
   <translation>Saved: {part}.</translation>
  </message>
  <message>
   <source>Đã lưu; thời hạn đã tính lại.</source>
   <translation>Saved; term recalculated.</translation>
  </message>
  <message>
   <source>Đã mở lần cai nghiện bắt buộc {code}; thời gian quản lý được trừ.</source>
   <translation>Compulsory stay {code} opened; the temporary management is credited.</translation>
  </message>
  <message>
   <source>Đã quản lý</source>
   <translation>Held</translation>
  </message>
  <message>
   <source>Đã ra</source>
   <translation>Left on</translation>
  </message>
  <message>
   <source>Đã ra {day}</source>
   <translation>Discharged {day}</translation>
  </message>
  <message>
   <source>Đã ra {day}: {why}</source>
   <translation>Discharged {day}: {why}</translation>
  </message>
  <message>
   <source>Đã sửa lý do ra.</source>
   <translation>Reason for leaving edited.</translation>
  </message>
  <message>
   <source>Đã tiếp nhận, mở lần cai nghiện {code}.</source>
   <translation>Admitted, stay {code} opened.</translation>
  </message>
  <message>
   <source>Đã trừ thời gian quản lý; thời hạn đã tính lại.</source>
   <translation>Temporary management credited; term recalculated.</translation>
  </message>
  <message>
   <source>Đã xác nhận giấy tờ; thời hạn đã tính lại.</source>
   <translation>Paper confirmed; term recalculated.</translation>
  </message>
  <message>
   <source>Đã đính kèm bản quét quyết định.</source>
   <translation>Scan of the decision attached.</translation>
  </message>
  <message>
   <source>Đã đối chiếu bản chính</source>
   <translation>Checked against the original</translation>
  </message>
  <message>
   <source>Được trừ</source>
   <translation>Credited</translation>
  </message>
  <message>
   <source>Được trừ vào thời hạn</source>
   <translation>Credited to the term</translation>
  </message>
  <message>
   <source>Được trừ, cộng thêm</source>
   <translation>Credited, added</translation>
  </message>
  <message>
   <source>Đến ngày (không tính ngày này)</source>
   <translation>Until (this day not counted)</translation>
  </message>
  <message>
   <source>Đến ngày, nếu in</source>
   <translation>To, if printed</translation>
  </message>
  <message>
   <source>Đến trước ngày</source>
   <translation>To before</translation>
  </message>
  <message>
   <source>Để trống nếu chưa có quyết định; chọn thì ghi lý do ở Ghi chú</source>
   <translation>Leave empty if not decided; if you choose, state the reason under Note</translation>
  </message>
  <message>
   <source>Để trống: ngày hiệu lực</source>
   <translation>Empty: effective date</translation>
  </message>
  <message>
   <source>Để trống: theo căn cứ</source>
   <translation>Empty: from the basis</translation>
  </message>
  <message>
   <source>Đủ 18 tuổi</source>
   <translation>Turns 18</translation>
  </message>
  <message>
   <source>đang bỏ trốn</source>
   <translation>escaped</translation>
  </message>
  <message>
   <source>đang diễn ra</source>
   <translation>ongoing</translation>
  </message>
  <message>
   <source>đang thực hiện</source>
   <translation>in progress</translation>
  </message>
  <message>
   <source>đang tính</source>
   <translation>counting</translation>
  </message>
  <message>
   <source>đã giải trình hôm nay</source>
   <translation>explained today</translation>
  </message>
  <message>
   <source>đã xong</source>
   <translation>done</translation>
  </message>
  <message>
   <source>đến hết ngày mai</source>
   <translation>by the end of tomorrow</translation>
  </message>
  <message>
   <source>đủ 18 tuổi</source>
   <translation>turns 18</translation>
  </message>
  <message>
   <source>đủ 18 tuổi, chậm nhất ngày này</source>
   <translation>turns 18, by this day at the latest</translation>
  </message>
 </context>
 <context>
  <name>task_states</name>
  <message>
   <source>Chưa làm</source>
   <translation>Not done</translation>
  </message>
  <message>
   <source>Không còn cần</source>
   <translation>No longer needed</translation>
  </message>
  <message>
   <source>Đã ghi nhận, không làm</source>
   <translation>Acknowledged, not done</translation>
  </message>
  <message>
   <source>Đã xong</source>
   <translation>Done</translation>
  </message>
 </context>
 <context>
  <name>tasks</name>
  <message>
   <source>Bàn giao mai táng; thân nhân không đến thì cơ sở mai táng (Đ122.2)</source>
   <translation>Hand over for burial; if no relative comes, the facility arranges the burial (Art. 122.2)</translation>
  </message>
  <message>
   <source>Báo Công an cấp xã nơi cơ sở đặt trụ sở về việc tiếp nhận, trong {hours} giờ</source>
   <translation>Notify the commune police of the facility’s seat of the admission, within {hours} hours</translation>
  </message>
  <message>
   <source>Báo Công an cấp xã về việc hoàn thành, trong {hours} giờ</source>
   <translation>Notify the commune police of the completion, within {hours} hours</translation>
  </message>
  <message>
   <source>Báo Công an cấp xã về việc tự ý chấm dứt, trong {hours} giờ</source>
   <translation>Notify the commune police of the self-termination, within {hours} hours</translation>
  </message>
  <message>
   <source>Báo Công an cấp xã đã lập hồ sơ về việc bỏ trốn, trong {hours} giờ</source>
   <translation>Notify the commune police that made the file of the escape, within {hours} hours</translation>
  </message>
  <message>
   <source>Báo cha, mẹ hoặc người giám hộ việc đưa đi điều trị (Đ114.2)</source>
   <translation>Notify the father, mother or guardian that the person is sent to treatment (Art. 114.2)</translation>
  </message>
  <message>
   <source>Báo cho người cai nghiện biết khoản tiền nhận qua bưu điện</source>
   <translation>Tell the resident of the money received by post</translation>
  </message>
  <message>
   <source>Báo cáo Công an cấp tỉnh việc đưa đi điều trị (Đ114.2)</source>
   <translation>Report to the provincial police that the person is sent to treatment (Art. 114.2)</translation>
  </message>
  <message>
   <source>Báo cáo thất thoát, nhầm lẫn thuốc phải kiểm soát đặc biệt (PL XI) trong {hours} giờ</source>
   <translation>Report the loss or mix-up of specially controlled medicines (App. XI) within {hours} hours</translation>
  </message>
  <message>
   <source>Báo cáo việc hủy thuốc phải kiểm soát đặc biệt</source>
   <translation>Report the destruction of specially controlled medicines</translation>
  </message>
  <message>
   <source>Báo lại nơi đã nhận báo cáo thất thoát (PL XI): dòng thiếu đã được điều chỉnh, không thất thoát</source>
   <translation>Report back to where the loss report (App. XI) was received: the entry short has been adjusted, nothing is lost</translation>
  </message>
  <message>
   <source>Bắt đầu giai đoạn 5: đánh giá kết quả, lập kế hoạch tái hòa nhập (V-19)</source>
   <translation>Begin stage 5: evaluate results, draw up the reintegration plan (V-19)</translation>
  </message>
  <message>
   <source>Bổ sung hồ sơ: thiếu giấy tờ tùy thân</source>
   <translation>Complete the case file: ID document missing</translation>
  </message>
  <message>
   <source>Bổ sung số, ngày của giấy tờ về {kind} để người đứng đầu xác nhận; chưa có thì không cộng ngày nào</source>
   <translation>Add the number and date of the paper about {kind} so that the head can confirm it; without them no days are added</translation>
  </message>
  <message>
   <source>Bộ phận khác đã làm</source>
   <translation>Done by another department</translation>
  </message>
  <message>
   <source>Cho ra cơ sở ngày {end}: trả tiền, đồ vật, giấy tờ; báo Công an cấp xã</source>
   <translation>Discharge on {end}: return money, belongings and papers; notify the commune police</translation>
  </message>
  <message>
   <source>Chuyển giao hoặc tiêu hủy đồ vật cấm còn giữ, kèm biên bản</source>
   <translation>Hand over or destroy the forbidden belongings still kept, with minutes</translation>
  </message>
  <message>
   <source>Chưa đọc được các con số: {why}</source>
   <translation>The figures could not be read: {why}</translation>
  </message>
  <message>
   <source>Chỉ biết năm sinh {birth_year}; trong năm {year} người này đủ 18 tuổi: tìm giấy tờ ghi đủ ngày sinh. Khi chưa có, tính là {day}</source>
   <translation>Only the year of birth {birth_year} is known; this person turns 18 in {year}: find a paper with the full date of birth. Until there is one, the day counts as {day}</translation>
  </message>
  <message>
   <source>Chọn một việc để xem đầy đủ.</source>
   <translation>Choose a task to see it in full.</translation>
  </message>
  <message>
   <source>Còn {days} ngày đến ngày ra cơ sở {end}: rà soát giấy tờ, tiền, đồ vật</source>
   <translation>Days to the discharge date {end}: {days}; check papers, money and belongings</translation>
  </message>
  <message>
   <source>Cả việc đã đóng</source>
   <translation>Closed tasks too</translation>
  </message>
  <message>
   <source>Cấp giấy xác nhận hoàn thành trong 24 giờ trước khi ra cơ sở</source>
   <translation>Issue the completion certificate within 24 hours before discharge</translation>
  </message>
  <message>
   <source>Enter mở · D xong · K ghi nhận · F1 trợ giúp</source>
   <translation>Enter open · D complete · K acknowledge · F1 help</translation>
  </message>
  <message>
   <source>Ghi chú, lý do</source>
   <translation>Note, reason</translation>
  </message>
  <message>
   <source>Ghi nhận mà không làm</source>
   <translation>Acknowledge without doing</translation>
  </message>
  <message>
   <source>Giao cho</source>
   <translation>Assigned to</translation>
  </message>
  <message>
   <source>Giao cho vai trò</source>
   <translation>Assign to role</translation>
  </message>
  <message>
   <source>Giao việc cho vai trò khác</source>
   <translation>Hand task to another role</translation>
  </message>
  <message>
   <source>Giải thích chênh lệch khi điểm danh</source>
   <translation>Explain the difference at roll call</translation>
  </message>
  <message>
   <source>Gắn thiết bị giám sát điện tử trước khi ra cơ sở, nếu có quyết định</source>
   <translation>Fit the electronic monitoring device before discharge, if decided</translation>
  </message>
  <message>
   <source>Gửi hồ sơ đề nghị vào cơ sở bảo trợ xã hội, chậm nhất {day}; giấy xác nhận gửi bổ sung khi cấp</source>
   <translation>Send the application to a social protection facility, by {day}; the certificate follows when issued</translation>
  </message>
  <message>
   <source>Gửi thông báo (V-51) tính theo ngày hết hợp đồng {end}, chậm nhất {day}</source>
   <translation>Send the notice (V-51) counted from the end of the contract {end}, by {day}</translation>
  </message>
  <message>
   <source>Gửi thông báo chuẩn bị hoàn thành (V-51), chậm nhất {day}</source>
   <translation>Send the completion notice (V-51), by {day}</translation>
  </message>
  <message>
   <source>Hoàn thành giai đoạn 1: tiếp nhận, phân loại, lập kế hoạch (V-17, V-18)</source>
   <translation>Complete stage 1: admission, classification, plan (V-17, V-18)</translation>
  </message>
  <message>
   <source>Hãy chọn một việc trong danh sách trước.</source>
   <translation>Choose a task in the list first.</translation>
  </message>
  <message>
   <source>Hôm nay</source>
   <translation>Today</translation>
  </message>
  <message>
   <source>Hạn</source>
   <translation>Due</translation>
  </message>
  <message>
   <source>Hết thời hạn quản lý {day}: phải có quyết định của Tòa án, nếu không cho ra</source>
   <translation>Temporary management ends {day}: a court decision is needed, otherwise discharge</translation>
  </message>
  <message>
   <source>Hết {hours} giờ chờ thân nhân: lập biên bản, tổ chức mai táng</source>
   <translation>Wait of {hours} hours for relatives is over: make the minutes and arrange the burial</translation>
  </message>
  <message>
   <source>Hỏi Công an cấp xã về đề nghị, quyết định quản lý sau cai nghiện (V-53)</source>
   <translation>Ask the commune police about the proposal and decision on post-rehabilitation management (V-53)</translation>
  </message>
  <message>
   <source>In, ký và khóa trang sổ thuốc phải kiểm soát đặc biệt ngày {day}</source>
   <translation>Print, sign and close the register page of specially controlled medicines for {day}</translation>
  </message>
  <message>
   <source>Khám bệnh, lập hồ sơ bệnh án (Nghị định 163, khoản 1 Điều 85)</source>
   <translation>Examine and open the medical record (Decree 163, Art. 85(1))</translation>
  </message>
  <message>
   <source>Khám ngay người vừa tiếp nhận, ghi xử trí ở hồ sơ tiếp nhận</source>
   <translation>Examine the newly admitted person at once, record the action taken in the admission file</translation>
  </message>
  <message>
   <source>Khám người mới đến có dấu hiệu nguy hiểm, ghi xử trí</source>
   <translation>Examine the new arrival with danger signs, record the action taken</translation>
  </message>
  <message>
   <source>Khám người đang được theo dõi đặc biệt, quyết định mức theo dõi</source>
   <translation>Examine the person under special observation, decide the observation level</translation>
  </message>
  <message>
   <source>Khám sức khỏe định kỳ</source>
   <translation>Periodic health check</translation>
  </message>
  <message>
   <source>Khám, đánh giá sức khỏe trước khi ra cơ sở</source>
   <translation>Examine and assess health before discharge</translation>
  </message>
  <message>
   <source>Không còn cần vì tình hình đã thay đổi</source>
   <translation>No longer needed, circumstances have changed</translation>
  </message>
  <message>
   <source>Không còn việc nào đang chờ. Cảm ơn, mọi thứ đã gọn gàng.</source>
   <translation>No tasks waiting. Thank you, everything is in order.</translation>
  </message>
  <message>
   <source>Không còn việc nào đang mở. Việc mới tự hiện ở đây và ở Hôm nay khi tiếp nhận người, hoặc khi giấy tờ, chứng chỉ sắp hết hạn.</source>
   <translation>There are no open tasks. New tasks appear here and on Today when someone is admitted, or when papers or certificates are about to expire.</translation>
  </message>
  <message>
   <source>Không có việc nào như đang lọc.</source>
   <translation>No tasks match the filter.</translation>
  </message>
  <message>
   <source>Không có việc nào ở tình trạng này.</source>
   <translation>There are no tasks with this status.</translation>
  </message>
  <message>
   <source>Kiểm tra sức khỏe người đã về chịu tang trở lại (Đ121.4)</source>
   <translation>Check the health of the person back from funeral leave (Art. 121.4)</translation>
  </message>
  <message>
   <source>Kiểm tra tình trạng sử dụng ma túy người trở lại (Đ121.4)</source>
   <translation>Check the person who returned for drug use (Art. 121.4)</translation>
  </message>
  <message>
   <source>Lý do</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Lập biên bản xác nhận nguyên nhân chết; thân nhân vắng vẫn lập (Đ122.1)</source>
   <translation>Make the minutes confirming the cause of death; make them even if no relative is present (Art. 122.1)</translation>
  </message>
  <message>
   <source>Lập, gửi báo cáo năm {year} về thuốc phải kiểm soát đặc biệt (PL IX)</source>
   <translation>Make and send the annual report {year} on specially controlled medicines (App. IX)</translation>
  </message>
  <message>
   <source>Mọi việc</source>
   <translation>All tasks</translation>
  </message>
  <message>
   <source>Mức gấp</source>
   <translation>Urgency</translation>
  </message>
  <message>
   <source>Ngày ra cơ sở đổi thành {day}: gửi lại thông báo V-51; giấy xác nhận đã cấp thì hủy, lập lại</source>
   <translation>Discharge date changed to {day}: send the notice V-51 again; void and reissue the certificate if issued</translation>
  </message>
  <message>
   <source>Người</source>
   <translation>Person</translation>
  </message>
  <message>
   <source>Người tự nguyện đã rời đủ thời gian luật định: ghi tự ý chấm dứt, báo Công an cấp xã</source>
   <translation>Voluntary resident away for the time set by law: record the self-termination, notify the commune police</translation>
  </message>
  <message>
   <source>Người đã ra cơ sở: cấp và gửi giấy xác nhận</source>
   <translation>Person discharged: issue and send the certificate</translation>
  </message>
  <message>
   <source>Người đã ra cơ sở: gửi hồ sơ đề nghị vào cơ sở bảo trợ xã hội</source>
   <translation>Person discharged: send the application to a social protection facility</translation>
  </message>
  <message>
   <source>Người đã ra cơ sở: hỏi Công an cấp xã về quyết định giám sát điện tử</source>
   <translation>Person discharged: ask the commune police about an electronic monitoring decision</translation>
  </message>
  <message>
   <source>Người đã ra cơ sở: lập biên bản giao nhận (V-23)</source>
   <translation>Person discharged: make the handover minutes (V-23)</translation>
  </message>
  <message>
   <source>Người đã ra cơ sở: nhận và trao quyết định quản lý sau cai nghiện (V-53)</source>
   <translation>Person discharged: receive and deliver the post-rehabilitation management decision (V-53)</translation>
  </message>
  <message>
   <source>Người đã ra cơ sở: trả lại tiền, đồ vật lưu ký còn giữ</source>
   <translation>Person discharged: return the safekeeping money and belongings still kept</translation>
  </message>
  <message>
   <source>Người đã ra cơ sở: trả tiền, đồ vật, văn bằng còn giữ</source>
   <translation>Person discharged: return the money, belongings and certificates still kept</translation>
  </message>
  <message>
   <source>Người đóng</source>
   <translation>Closed by</translation>
  </message>
  <message>
   <source>Quyết định cách tính thời gian tạm giữ, tạm giam, có lý do</source>
   <translation>Decide how the custody or remand counts, with a reason</translation>
  </message>
  <message>
   <source>Quyết định tạm thời đưa ra khỏi cơ sở (V-47; Đ111.1)</source>
   <translation>Decide on the temporary removal from the facility (V-47; Art. 111.1)</translation>
  </message>
  <message>
   <source>Quyết định việc báo một kết quả xét nghiệm trong hồ sơ bệnh án</source>
   <translation>Decide on reporting a test result in the medical record</translation>
  </message>
  <message>
   <source>Quyết định việc cho về chịu tang (V-49), trong {hours} giờ từ khi nhận đơn</source>
   <translation>Decide on funeral leave (V-49), within {hours} hours of the application</translation>
  </message>
  <message>
   <source>Quyết định việc cho về chịu tang (V-49; Đ121.2b)</source>
   <translation>Decide on funeral leave (V-49; Art. 121.2b)</translation>
  </message>
  <message>
   <source>Quá hạn</source>
   <translation>Overdue</translation>
  </message>
  <message>
   <source>Ra quyết định truy tìm (V-43; Đ109.2)</source>
   <translation>Issue the search order (V-43; Art. 109.2)</translation>
  </message>
  <message>
   <source>Sắp đến</source>
   <translation>Due soon</translation>
  </message>
  <message>
   <source>Số này chưa có danh sách riêng để mở.</source>
   <translation>This figure has no list of its own to open yet.</translation>
  </message>
  <message>
   <source>Theo dõi quyết định quản lý sau cai của Ủy ban nhân dân cấp xã</source>
   <translation>Follow up the post-rehabilitation management decision of the commune People’s Committee</translation>
  </message>
  <message>
   <source>Theo dõi theo lịch: đo, chấm lại (xem bảng theo dõi)</source>
   <translation>Scheduled observation: measure, score again (see the observation table)</translation>
  </message>
  <message>
   <source>Thi hành quyết định giám sát điện tử (I-03, I-04), trong {hours} giờ</source>
   <translation>Carry out the electronic monitoring decision (I-03, I-04), within {hours} hours</translation>
  </message>
  <message>
   <source>Thi hành quyết định gắn thiết bị giám sát điện tử, trong {hours} giờ</source>
   <translation>Carry out the decision to fit the electronic monitoring device, within {hours} hours</translation>
  </message>
  <message>
   <source>Thông báo bằng văn bản cho Viện kiểm sát nhân dân khu vực (Đ122.1)</source>
   <translation>Notify the regional People’s Procuracy in writing (Art. 122.1)</translation>
  </message>
  <message>
   <source>Thông báo bằng văn bản cho cơ quan y tế gần nhất (Đ122.1)</source>
   <translation>Notify the nearest health authority in writing (Art. 122.1)</translation>
  </message>
  <message>
   <source>Thông báo bằng văn bản cho cơ quan điều tra (Đ122.1)</source>
   <translation>Notify the investigating authority in writing (Art. 122.1)</translation>
  </message>
  <message>
   <source>Thông báo ngay cho thân nhân để mai táng (Đ122.2)</source>
   <translation>Notify the relatives at once for the burial (Art. 122.2)</translation>
  </message>
  <message>
   <source>Trên trang này hãy mở lại “{title}” để khôi phục phần gõ dở.</source>
   <translation>On this page open “{title}” again to recover what was typed.</translation>
  </message>
  <message>
   <source>Tình trạng</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Tư vấn, lập kế hoạch cai nghiện V-18 (Nghị định 163, khoản 4 Điều 84)</source>
   <translation>Counsel and draw up the rehabilitation plan V-18 (Decree 163, Art. 84(4))</translation>
  </message>
  <message>
   <source>V-23 đã ký nói về giấy xác nhận đã hủy: thu hồi, cấp giấy mới rồi lập lại V-23</source>
   <translation>The signed V-23 refers to a void certificate: take it back, issue a new certificate and make V-23 again</translation>
  </message>
  <message>
   <source>Việc</source>
   <translation>Task</translation>
  </message>
  <message>
   <source>Việc của tôi</source>
   <translation>My tasks</translation>
  </message>
  <message>
   <source>Việc gõ dở</source>
   <translation>Unfinished entries</translation>
  </message>
  <message>
   <source>Việc lại nằm trong danh sách: {task}</source>
   <translation>Task back in the list: {task}</translation>
  </message>
  <message>
   <source>Việc mới tự hiện ở đây khi đến lúc; trang này xem lại mỗi phút.</source>
   <translation>New tasks appear here when their time comes; this page checks every minute.</translation>
  </message>
  <message>
   <source>Việc này không có trang riêng để mở. Làm xong ngoài chương trình thì bấm “Làm xong”.</source>
   <translation>This task has no page of its own to open. When it is done outside the program, press “Complete”.</translation>
  </message>
  <message>
   <source>Việc đang chọn</source>
   <translation>Selected task</translation>
  </message>
  <message>
   <source>Xem căn cứ đề nghị miễn, tạm đình chỉ (V-46) trong hồ sơ bệnh án, trong ngày</source>
   <translation>Check the basis of the request for waiver or suspension (V-46) in the medical record, within the day</translation>
  </message>
  <message>
   <source>Xem lại cảnh báo, còn cần thì gia hạn</source>
   <translation>Review the alert; extend it if still needed</translation>
  </message>
  <message>
   <source>Xem ngay kết quả theo dõi có cảnh báo trong hồ sơ bệnh án</source>
   <translation>Check at once the observation result with an alert in the medical record</translation>
  </message>
  <message>
   <source>Xem thêm {count} việc gõ dở</source>
   <translation>Show more unfinished entries ({count})</translation>
  </message>
  <message>
   <source>Xác định nơi cư trú sau khi ra cơ sở</source>
   <translation>Determine the residence after discharge</translation>
  </message>
  <message>
   <source>Xếp lại chỗ ở: {need}</source>
   <translation>Rearrange accommodation: {need}</translation>
  </message>
  <message>
   <source>còn {count} giờ</source>
   <translation>{count} h left</translation>
  </message>
  <message>
   <source>còn {count} phút</source>
   <translation>{count} min left</translation>
  </message>
  <message>
   <source>ghi nhận, nêu lý do không làm</source>
   <translation>acknowledge, giving a reason for not doing it</translation>
  </message>
  <message>
   <source>hôm nay</source>
   <translation>today</translation>
  </message>
  <message>
   <source>hôm nay {time}</source>
   <translation>today {time}</translation>
  </message>
  <message>
   <source>làm xong, hoàn tác được</source>
   <translation>complete, can be undone</translation>
  </message>
  <message>
   <source>mở nơi làm việc này</source>
   <translation>open where this task is done</translation>
  </message>
  <message>
   <source>ngày mai</source>
   <translation>tomorrow</translation>
  </message>
  <message>
   <source>quá hạn</source>
   <translation>overdue</translation>
  </message>
  <message>
   <source>quá {count} giờ</source>
   <translation>overdue by {count} h</translation>
  </message>
  <message>
   <source>quá {count} ngày</source>
   <translation>overdue by {count} d</translation>
  </message>
  <message>
   <source>quá {count} phút</source>
   <translation>overdue by {count} min</translation>
  </message>
  <message>
   <source>riêng {name}</source>
   <translation>{name} only</translation>
  </message>
  <message>
   <source>trang chủ</source>
   <translation>home page</translation>
  </message>
  <message>
   <source>việc cần làm</source>
   <translation>tasks to do</translation>
  </message>
  <message>
   <source>việc quá hạn</source>
   <translation>overdue tasks</translation>
  </message>
  <message>
   <source>việc đã xong</source>
   <translation>tasks done</translation>
  </message>
  <message>
   <source>việc đến hạn hôm nay</source>
   <translation>tasks due today</translation>
  </message>
  <message>
   <source>{count} việc</source>
   <translation>Tasks: {count}</translation>
  </message>
  <message>
   <source>{count} việc · {late} quá hạn</source>
   <translation>Tasks: {count} · {late} overdue</translation>
  </message>
  <message>
   <source>{form} đã hủy: lập lại, gửi thay bản đã gửi</source>
   <translation>{form} is void: make it again, send it in place of the one sent</translation>
  </message>
  <message>
   <source>{task}

Việc rời danh sách và không còn báo đỏ. Lý do được lưu cùng tên người ghi; mở lại lúc nào cũng được.</source>
   <translation>{task}

The task leaves the list and is no longer shown in red. The reason is kept with your name; the task can be reopened at any time.</translation>
  </message>
  <message>
   <source>{time} {day}</source>
   <translation>{time} {day}</translation>
  </message>
  <message>
   <source>{title} · {count} mục, {time} ngày {day}</source>
   <translation>{title} · fields: {count}, {time} on {day}</translation>
  </message>
  <message>
   <source>{weekday} {day}</source>
   <translation>{weekday} {day}</translation>
  </message>
  <message>
   <source>Đang có {count} việc gõ dở:</source>
   <translation>Unfinished entries: {count}</translation>
  </message>
  <message>
   <source>Đã bỏ phần gõ dở: {title}</source>
   <translation>Discarded what was typed: {title}</translation>
  </message>
  <message>
   <source>Đã ghi nhận, không làm: {task}</source>
   <translation>Acknowledged, not done: {task}</translation>
  </message>
  <message>
   <source>Đã giao lại: {task}</source>
   <translation>Reassigned: {task}</translation>
  </message>
  <message>
   <source>Đã làm trước khi có việc này</source>
   <translation>Done before this task appeared</translation>
  </message>
  <message>
   <source>Đã xong: {task}</source>
   <translation>Done: {task}</translation>
  </message>
  <message>
   <source>Đóng lúc</source>
   <translation>Closed at</translation>
  </message>
  <message>
   <source>Đến hạn trở lại cơ sở: nhận lại, hoặc ghi vì sao chưa về</source>
   <translation>Due back in the facility: record the return, or record why the person is not back</translation>
  </message>
  <message>
   <source>Đối chiếu, xác nhận giấy tờ về {kind} ({article}); chưa xác nhận thì không cộng ngày nào</source>
   <translation>Check and confirm the paper about {kind} ({article}); until it is confirmed no days are added</translation>
  </message>
  <message>
   <source>Đủ 18 tuổi ngày {day}: đề nghị chuyển đến cơ sở cai nghiện công lập</source>
   <translation>Turns 18 on {day}: propose transfer to a public rehabilitation facility</translation>
  </message>
  <message>
   <source>Đủ 18 tuổi trong năm {year}, chậm nhất {day} (chỉ biết năm sinh {birth_year}): đề nghị chuyển đến cơ sở cai nghiện công lập</source>
   <translation>Turns 18 in {year}, by {day} (only the year of birth {birth_year} is known): propose transfer to a public rehabilitation facility</translation>
  </message>
  <message>
   <source>đã báo cấp trên</source>
   <translation>escalated</translation>
  </message>
  <message>
   <source>↑↓ chọn · Enter mở · D xong · K ghi nhận</source>
   <translation>↑↓ select · Enter open · D complete · K acknowledge</translation>
  </message>
 </context>
 <context>
  <name>terms</name>
  <message>
   <source>1 là có, 0 là không</source>
   <translation>1 is yes, 0 is no</translation>
  </message>
  <message>
   <source>Ai</source>
   <translation>Who</translation>
  </message>
  <message>
   <source>Anh, chị, em</source>
   <translation>Sibling</translation>
  </message>
  <message>
   <source>Ba chữ số đầu không phải mã tỉnh nào trong 63 tỉnh cũ. Đúng với người sinh ở nước ngoài.</source>
   <translation>The first three digits are no code of the 63 former provinces. This is right for a person born abroad.</translation>
  </message>
  <message>
   <source>Biên bản</source>
   <translation>Minutes</translation>
  </message>
  <message>
   <source>Biên bản giao khi đi</source>
   <translation>Handover minutes on leaving</translation>
  </message>
  <message>
   <source>Biên bản nhận khi về</source>
   <translation>Handover minutes on return</translation>
  </message>
  <message>
   <source>Biểu mẫu</source>
   <translation>Form</translation>
  </message>
  <message>
   <source>Biệt danh</source>
   <translation>Nickname</translation>
  </message>
  <message>
   <source>Bàn chân phải</source>
   <translation>Right foot</translation>
  </message>
  <message>
   <source>Bàn chân trái</source>
   <translation>Left foot</translation>
  </message>
  <message>
   <source>Bàn chải (chiếc)</source>
   <translation>Toothbrushes (pcs)</translation>
  </message>
  <message>
   <source>Bàn tay phải</source>
   <translation>Right hand</translation>
  </message>
  <message>
   <source>Bàn tay trái</source>
   <translation>Left hand</translation>
  </message>
  <message>
   <source>Bác sĩ khám trước khi cho liều</source>
   <translation>Doctor examines before dose</translation>
  </message>
  <message>
   <source>Bác sĩ ngừng</source>
   <translation>Stopped by doctor</translation>
  </message>
  <message>
   <source>Bưu điện</source>
   <translation>Post</translation>
  </message>
  <message>
   <source>Bạn</source>
   <translation>Friend</translation>
  </message>
  <message>
   <source>Bản chụp giấy tờ tùy thân</source>
   <translation>Copy of an ID document</translation>
  </message>
  <message>
   <source>Bản dịch chính thức</source>
   <translation>Official translation</translation>
  </message>
  <message>
   <source>Bản dịch nháp của cơ sở</source>
   <translation>Facility’s draft translation</translation>
  </message>
  <message>
   <source>Bản thân, gia đình</source>
   <translation>Self, family</translation>
  </message>
  <message>
   <source>Bản đã ký, đóng dấu</source>
   <translation>Signed and sealed copy</translation>
  </message>
  <message>
   <source>Bảo hộ lao động (bộ)</source>
   <translation>Protective workwear (sets)</translation>
  </message>
  <message>
   <source>Bệnh cơ thể</source>
   <translation>Physical illness</translation>
  </message>
  <message>
   <source>Bệnh mạn tính nặng</source>
   <translation>Severe chronic illness</translation>
  </message>
  <message>
   <source>Bệnh sử, quá trình sử dụng chất</source>
   <translation>History, substance use</translation>
  </message>
  <message>
   <source>Bệnh truyền nhiễm</source>
   <translation>Infectious disease</translation>
  </message>
  <message>
   <source>Bệnh tâm thần</source>
   <translation>Mental illness</translation>
  </message>
  <message>
   <source>Bị bệnh nặng, đưa về gia đình điều trị (tạm đình chỉ)</source>
   <translation>Severely ill, sent to family for treatment (suspension)</translation>
  </message>
  <message>
   <source>Bị chấm dứt điều trị thay thế do vi phạm</source>
   <translation>Substitution treatment terminated for violations</translation>
  </message>
  <message>
   <source>Bị phát hiện sử dụng trái phép chất ma túy trong thời gian cai nghiện tự nguyện</source>
   <translation>Found using drugs illegally during voluntary rehabilitation</translation>
  </message>
  <message>
   <source>Bị áp dụng biện pháp bắt buộc theo Luật PCMT 2021</source>
   <translation>Placed under the compulsory measure of the Drug Law 2021</translation>
  </message>
  <message>
   <source>Bỏ liều từ 30 ngày liên tục</source>
   <translation>30 or more days missed in a row</translation>
  </message>
  <message>
   <source>Bỏ qua</source>
   <translation>Skipped</translation>
  </message>
  <message>
   <source>Bỏ qua dòng này</source>
   <translation>Skip this row</translation>
  </message>
  <message>
   <source>Bỏ trốn</source>
   <translation>Escaped</translation>
  </message>
  <message>
   <source>Bỏ trốn khỏi cơ sở</source>
   <translation>Escaped from the facility</translation>
  </message>
  <message>
   <source>Bố</source>
   <translation>Father</translation>
  </message>
  <message>
   <source>Bố vợ, bố chồng</source>
   <translation>Father-in-law</translation>
  </message>
  <message>
   <source>Bồn chồn, cần chú ý</source>
   <translation>Restless, needs attention</translation>
  </message>
  <message>
   <source>Bộ phận</source>
   <translation>Body part</translation>
  </message>
  <message>
   <source>Bộ phận trong cơ sở</source>
   <translation>Department of the facility</translation>
  </message>
  <message>
   <source>Bụng</source>
   <translation>Abdomen</translation>
  </message>
  <message>
   <source>Cai nghiện bắt buộc</source>
   <translation>Compulsory rehabilitation</translation>
  </message>
  <message>
   <source>Cai nghiện bắt buộc, từ đủ 12 đến dưới 18 tuổi</source>
   <translation>Compulsory rehabilitation, aged 12 to under 18</translation>
  </message>
  <message>
   <source>Cai nghiện bắt buộc, từ đủ 18 tuổi</source>
   <translation>Compulsory rehabilitation, aged 18 and over</translation>
  </message>
  <message>
   <source>Cai nghiện tại gia đình, thực hiện giai đoạn tại cơ sở</source>
   <translation>Rehabilitation at home, stages in the facility</translation>
  </message>
  <message>
   <source>Cai nghiện tự nguyện</source>
   <translation>Voluntary rehabilitation</translation>
  </message>
  <message>
   <source>Cai nghiện tự nguyện tại cơ sở công lập</source>
   <translation>Voluntary rehabilitation in a public facility</translation>
  </message>
  <message>
   <source>Cai nghiện tự nguyện tại cơ sở tư nhân</source>
   <translation>Voluntary rehabilitation in a private facility</translation>
  </message>
  <message>
   <source>Cao đẳng</source>
   <translation>College</translation>
  </message>
  <message>
   <source>Cha</source>
   <translation>Father</translation>
  </message>
  <message>
   <source>Chiếu cá nhân (chiếc)</source>
   <translation>Personal sleeping mats (pcs)</translation>
  </message>
  <message>
   <source>Chiều</source>
   <translation>Afternoon</translation>
  </message>
  <message>
   <source>Chuyên khoa nội</source>
   <translation>Internal medicine</translation>
  </message>
  <message>
   <source>Chuyên khoa tâm thần</source>
   <translation>Psychiatry</translation>
  </message>
  <message>
   <source>Chuyên khoa y học cổ truyền</source>
   <translation>Traditional medicine</translation>
  </message>
  <message>
   <source>Chuyển cơ quan có thẩm quyền</source>
   <translation>Handed over to competent authority</translation>
  </message>
  <message>
   <source>Chuyển cơ sở bảo trợ xã hội sau khi hoàn thành</source>
   <translation>Moved to a social protection facility after completion</translation>
  </message>
  <message>
   <source>Chuyển cơ sở điều trị</source>
   <translation>Treatment facility transfer</translation>
  </message>
  <message>
   <source>Chuyển sang vắng mặt khác</source>
   <translation>Became another absence</translation>
  </message>
  <message>
   <source>Chuyển từ quản lý sang cai nghiện bắt buộc</source>
   <translation>Temporary management converted to compulsory rehabilitation</translation>
  </message>
  <message>
   <source>Chuyển đến cơ sở cai nghiện công lập khi đủ 18 tuổi</source>
   <translation>Transferred to a public rehabilitation facility on turning 18</translation>
  </message>
  <message>
   <source>Chuẩn bị tái hòa nhập cộng đồng</source>
   <translation>Preparation for reintegration</translation>
  </message>
  <message>
   <source>Chân phải</source>
   <translation>Right leg</translation>
  </message>
  <message>
   <source>Chân trái</source>
   <translation>Left leg</translation>
  </message>
  <message>
   <source>Chính diện</source>
   <translation>Full face</translation>
  </message>
  <message>
   <source>Chú ý</source>
   <translation>Caution</translation>
  </message>
  <message>
   <source>Chăn bông (chiếc)</source>
   <translation>Quilts (pcs)</translation>
  </message>
  <message>
   <source>Chăn sợi (chiếc)</source>
   <translation>Blankets (pcs)</translation>
  </message>
  <message>
   <source>Chưa kết luận, phải xét nghiệm lại</source>
   <translation>Inconclusive, test again</translation>
  </message>
  <message>
   <source>Chưa làm</source>
   <translation>Not done</translation>
  </message>
  <message>
   <source>Chưa phê duyệt</source>
   <translation>Not approved</translation>
  </message>
  <message>
   <source>Chưa qua đào tạo</source>
   <translation>No training</translation>
  </message>
  <message>
   <source>Chưa vào cơ sở</source>
   <translation>Not yet admitted</translation>
  </message>
  <message>
   <source>Chưa xác định cách tính</source>
   <translation>Not decided how it counts</translation>
  </message>
  <message>
   <source>Chưa đến ngày</source>
   <translation>Not yet begun</translation>
  </message>
  <message>
   <source>Chưa đối chiếu văn bản</source>
   <translation>Not yet checked against the legal text</translation>
  </message>
  <message>
   <source>Chương trình đề xuất, chờ quy định</source>
   <translation>Proposed by the program, regulation pending</translation>
  </message>
  <message>
   <source>Chảy máu, chấn thương nặng</source>
   <translation>Bleeding, serious injury</translation>
  </message>
  <message>
   <source>Chấm dứt điều trị thay thế</source>
   <translation>Terminate substitution treatment</translation>
  </message>
  <message>
   <source>Chấp hành xong quyết định cai nghiện bắt buộc</source>
   <translation>Compulsory rehabilitation decision served in full</translation>
  </message>
  <message>
   <source>Chấp hành án phạt tù</source>
   <translation>Prison sentence</translation>
  </message>
  <message>
   <source>Chất an thần, gây ngủ</source>
   <translation>Sedative, hypnotic</translation>
  </message>
  <message>
   <source>Chất dạng thuốc phiện</source>
   <translation>Opioid</translation>
  </message>
  <message>
   <source>Chất gây phân ly</source>
   <translation>Dissociative</translation>
  </message>
  <message>
   <source>Chất gây ảo giác</source>
   <translation>Hallucinogen</translation>
  </message>
  <message>
   <source>Chất hít</source>
   <translation>Inhalant</translation>
  </message>
  <message>
   <source>Chất kích thích</source>
   <translation>Stimulant</translation>
  </message>
  <message>
   <source>Chất kích thích dạng amphetamine</source>
   <translation>Amphetamine-type stimulant</translation>
  </message>
  <message>
   <source>Chất kích thích gây cảm giác gần gũi</source>
   <translation>Stimulant with empathogenic effect</translation>
  </message>
  <message>
   <source>Chất ma túy sử dụng</source>
   <translation>Drug used</translation>
  </message>
  <message>
   <source>Chẩn đoán</source>
   <translation>Diagnosis</translation>
  </message>
  <message>
   <source>Chết</source>
   <translation>Died</translation>
  </message>
  <message>
   <source>Chịu tang</source>
   <translation>Funeral leave</translation>
  </message>
  <message>
   <source>Chống chỉ định</source>
   <translation>Contraindication</translation>
  </message>
  <message>
   <source>Chỗ ở</source>
   <translation>Accommodation</translation>
  </message>
  <message>
   <source>Chờ duyệt</source>
   <translation>Awaiting approval</translation>
  </message>
  <message>
   <source>Chờ dược sĩ duyệt</source>
   <translation>Awaiting pharmacist</translation>
  </message>
  <message>
   <source>Chờ quyết định</source>
   <translation>Awaiting decision</translation>
  </message>
  <message>
   <source>Chứng minh nhân dân</source>
   <translation>People’s identity card</translation>
  </message>
  <message>
   <source>Chữ số thế kỷ trong số định danh khác với năm sinh trong hồ sơ. Hãy đối chiếu lại thẻ.</source>
   <translation>The century digit in the personal ID number differs from the year of birth in the case file. Check the card again.</translation>
  </message>
  <message>
   <source>Chữ số thứ tư của số định danh chỉ giới tính khác với hồ sơ. Hãy đối chiếu lại thẻ.</source>
   <translation>The fourth digit of the personal ID number stands for another sex than the case file. Check the card again.</translation>
  </message>
  <message>
   <source>Co giật</source>
   <translation>Seizure</translation>
  </message>
  <message>
   <source>Con</source>
   <translation>Child</translation>
  </message>
  <message>
   <source>Con ông, bà</source>
   <translation>Parents’ names</translation>
  </message>
  <message>
   <source>Cách gửi</source>
   <translation>Way of sending</translation>
  </message>
  <message>
   <source>Cách khác</source>
   <translation>Other way</translation>
  </message>
  <message>
   <source>Cách sử dụng</source>
   <translation>Route of use</translation>
  </message>
  <message>
   <source>Cán bộ xác định, có lý do</source>
   <translation>Determined by an officer, with a reason</translation>
  </message>
  <message>
   <source>Cánh tay phải</source>
   <translation>Right arm</translation>
  </message>
  <message>
   <source>Cánh tay trái</source>
   <translation>Left arm</translation>
  </message>
  <message>
   <source>Còn hạn</source>
   <translation>Valid</translation>
  </message>
  <message>
   <source>Còn lại</source>
   <translation>Remaining</translation>
  </message>
  <message>
   <source>Còn thiếu</source>
   <translation>Missing</translation>
  </message>
  <message>
   <source>Có giá trị đến</source>
   <translation>Valid until</translation>
  </message>
  <message>
   <source>Có lỗi</source>
   <translation>Errors</translation>
  </message>
  <message>
   <source>Có mặt</source>
   <translation>Present</translation>
  </message>
  <message>
   <source>Có mặt tại cơ sở</source>
   <translation>Present in the facility</translation>
  </message>
  <message>
   <source>Có thông tin cá nhân</source>
   <translation>Personal information</translation>
  </message>
  <message>
   <source>Có ý định hoặc dấu vết tự hại</source>
   <translation>Intent or marks of self-harm</translation>
  </message>
  <message>
   <source>Có, không</source>
   <translation>Yes, no</translation>
  </message>
  <message>
   <source>Công an cấp tỉnh</source>
   <translation>Provincial police</translation>
  </message>
  <message>
   <source>Công an cấp xã</source>
   <translation>Commune police</translation>
  </message>
  <message>
   <source>Cùng một người</source>
   <translation>Same person</translation>
  </message>
  <message>
   <source>Cùng xã</source>
   <translation>Same commune</translation>
  </message>
  <message>
   <source>Căn cước</source>
   <translation>Identity card</translation>
  </message>
  <message>
   <source>Căn cước công dân</source>
   <translation>Citizen identity card</translation>
  </message>
  <message>
   <source>Cơ quan ra quyết định</source>
   <translation>Deciding authority</translation>
  </message>
  <message>
   <source>Cơ sở</source>
   <translation>Facility</translation>
  </message>
  <message>
   <source>Cơ sở bị đình chỉ, thu hồi giấy phép</source>
   <translation>Facility suspended or licence withdrawn</translation>
  </message>
  <message>
   <source>Cơ sở cai nghiện khác</source>
   <translation>Another rehabilitation facility</translation>
  </message>
  <message>
   <source>Cơ sở cai nghiện ma túy công lập</source>
   <translation>Public drug rehabilitation facility</translation>
  </message>
  <message>
   <source>Cơ sở cai nghiện ma túy tư nhân</source>
   <translation>Private drug rehabilitation facility</translation>
  </message>
  <message>
   <source>Cơ sở khám bệnh, chữa bệnh</source>
   <translation>Medical facility</translation>
  </message>
  <message>
   <source>Cơ sở quyết định</source>
   <translation>Decided by the facility</translation>
  </message>
  <message>
   <source>Cảnh báo</source>
   <translation>Alert</translation>
  </message>
  <message>
   <source>Cảnh báo khác</source>
   <translation>Other alert</translation>
  </message>
  <message>
   <source>Cảnh báo quản lý</source>
   <translation>Management alert</translation>
  </message>
  <message>
   <source>Cảnh báo y tế</source>
   <translation>Medical alert</translation>
  </message>
  <message>
   <source>Cảnh báo y tế khác</source>
   <translation>Other medical alert</translation>
  </message>
  <message>
   <source>Cấm xếp chung</source>
   <translation>Must be kept apart</translation>
  </message>
  <message>
   <source>Cấp bậc hàm</source>
   <translation>Rank</translation>
  </message>
  <message>
   <source>Cần biết</source>
   <translation>For information</translation>
  </message>
  <message>
   <source>Cần chú ý</source>
   <translation>Attention</translation>
  </message>
  <message>
   <source>Cần phòng chăm sóc 24/24 giờ</source>
   <translation>Needs 24-hour care room</translation>
  </message>
  <message>
   <source>Cần phòng cách ly</source>
   <translation>Needs isolation room</translation>
  </message>
  <message>
   <source>Cần phòng riêng</source>
   <translation>Needs separate room</translation>
  </message>
  <message>
   <source>Cần phòng riêng trong khu theo giới tính thực tế trên cơ thể</source>
   <translation>Needs separate room in the zone for the actual sex of the body</translation>
  </message>
  <message>
   <source>Cần phòng điều trị cắt cơn</source>
   <translation>Needs detoxification room</translation>
  </message>
  <message>
   <source>Cần sa và chất tương tự</source>
   <translation>Cannabis and the like</translation>
  </message>
  <message>
   <source>Cần ở riêng</source>
   <translation>Must be housed separately</translation>
  </message>
  <message>
   <source>Cắt cơn chất dạng thuốc phiện</source>
   <translation>Opioid detox</translation>
  </message>
  <message>
   <source>Cắt cơn rượu</source>
   <translation>Alcohol detox</translation>
  </message>
  <message>
   <source>Cặp không xếp chung</source>
   <translation>Keep-apart pair</translation>
  </message>
  <message>
   <source>Cổ</source>
   <translation>Neck</translation>
  </message>
  <message>
   <source>Cộng tác viên, biệt phái</source>
   <translation>Collaborator or secondee</translation>
  </message>
  <message>
   <source>Diễn biến bệnh</source>
   <translation>Course of illness</translation>
  </message>
  <message>
   <source>Diện cai nghiện</source>
   <translation>Type of stay</translation>
  </message>
  <message>
   <source>Dân tộc</source>
   <translation>Ethnicity</translation>
  </message>
  <message>
   <source>Dép nhựa (đôi)</source>
   <translation>Sandals (pairs)</translation>
  </message>
  <message>
   <source>Dò liều lại từ đầu</source>
   <translation>Titrate from the start</translation>
  </message>
  <message>
   <source>Dò liều methadon</source>
   <translation>Methadone titration</translation>
  </message>
  <message>
   <source>Dùng không đúng giờ</source>
   <translation>Given at the wrong time</translation>
  </message>
  <message>
   <source>Dùng ngoài</source>
   <translation>External use</translation>
  </message>
  <message>
   <source>Dùng đều</source>
   <translation>Regular</translation>
  </message>
  <message>
   <source>Dương tính</source>
   <translation>Positive</translation>
  </message>
  <message>
   <source>Dương tính (1 vạch chứng)</source>
   <translation>Positive (1 control line)</translation>
  </message>
  <message>
   <source>Dược sĩ chưa duyệt</source>
   <translation>Not pharmacist-approved</translation>
  </message>
  <message>
   <source>Dược sĩ không duyệt</source>
   <translation>Refused by pharmacist</translation>
  </message>
  <message>
   <source>Dạng phối hợp</source>
   <translation>Combination</translation>
  </message>
  <message>
   <source>Dầu gội (ml)</source>
   <translation>Shampoo (ml)</translation>
  </message>
  <message>
   <source>Dễ bị xâm hại</source>
   <translation>Vulnerable to abuse</translation>
  </message>
  <message>
   <source>Dị tật</source>
   <translation>Deformity</translation>
  </message>
  <message>
   <source>Dị ứng</source>
   <translation>Allergy</translation>
  </message>
  <message>
   <source>Dự kiến việc làm sau khi hoàn thành cai nghiện</source>
   <translation>Work expected after completing rehabilitation</translation>
  </message>
  <message>
   <source>Dự kiến xong</source>
   <translation>Expected completion</translation>
  </message>
  <message>
   <source>Fax</source>
   <translation>Fax</translation>
  </message>
  <message>
   <source>Ghi chép tâm thần</source>
   <translation>Psychiatric notes</translation>
  </message>
  <message>
   <source>Ghi chú</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Gia đình người cai nghiện</source>
   <translation>Resident’s family</translation>
  </message>
  <message>
   <source>Giang mai</source>
   <translation>Syphilis</translation>
  </message>
  <message>
   <source>Giao cho thân nhân</source>
   <translation>Handed to relatives</translation>
  </message>
  <message>
   <source>Giao tận tay</source>
   <translation>By hand</translation>
  </message>
  <message>
   <source>Giá trị đến</source>
   <translation>Valid until</translation>
  </message>
  <message>
   <source>Giáo dục chuyên đề</source>
   <translation>Education topics</translation>
  </message>
  <message>
   <source>Giáo dục, tư vấn phục hồi hành vi, nhân cách</source>
   <translation>Education, counselling, recovery of behaviour and personality</translation>
  </message>
  <message>
   <source>Giảm liều theo bác sĩ</source>
   <translation>Reduce dose as doctor says</translation>
  </message>
  <message>
   <source>Giảm thời hạn</source>
   <translation>Term reduction</translation>
  </message>
  <message>
   <source>Giấy báo nhận, biên nhận</source>
   <translation>Proof of receipt</translation>
  </message>
  <message>
   <source>Giấy chứng tử</source>
   <translation>Death certificate</translation>
  </message>
  <message>
   <source>Giấy khai sinh</source>
   <translation>Birth certificate</translation>
  </message>
  <message>
   <source>Giấy tờ cá nhân</source>
   <translation>Personal papers</translation>
  </message>
  <message>
   <source>Giấy tờ của cơ sở điều trị thay thế</source>
   <translation>Paper of the substitution treatment facility</translation>
  </message>
  <message>
   <source>Giấy tờ gia đình</source>
   <translation>Family papers</translation>
  </message>
  <message>
   <source>Giấy tờ này đã hết hạn.</source>
   <translation>This ID document has expired.</translation>
  </message>
  <message>
   <source>Giấy tờ pháp lý, biên bản</source>
   <translation>Legal papers, minutes</translation>
  </message>
  <message>
   <source>Giấy tờ tùy thân</source>
   <translation>ID document</translation>
  </message>
  <message>
   <source>Giấy xác nhận</source>
   <translation>Certificate</translation>
  </message>
  <message>
   <source>Giới</source>
   <translation>Sex</translation>
  </message>
  <message>
   <source>Giới tính</source>
   <translation>Sex</translation>
  </message>
  <message>
   <source>Giữ nguyên liều</source>
   <translation>Keep dose</translation>
  </message>
  <message>
   <source>Giữ nguyên liều nếu tỉnh táo</source>
   <translation>Keep dose if alert</translation>
  </message>
  <message>
   <source>Gây nghiện</source>
   <translation>Narcotic</translation>
  </message>
  <message>
   <source>Gối (chiếc)</source>
   <translation>Pillows (pcs)</translation>
  </message>
  <message>
   <source>Gửi thư, gọi điện thoại</source>
   <translation>Letters, phone calls</translation>
  </message>
  <message>
   <source>Gửi về cho thân nhân</source>
   <translation>Sent home to relatives</translation>
  </message>
  <message>
   <source>Gửi, nhận</source>
   <translation>Sent, received</translation>
  </message>
  <message>
   <source>HIV: theo yêu cầu của cơ quan tiến hành tố tụng</source>
   <translation>HIV: at the request of a procedural authority</translation>
  </message>
  <message>
   <source>HIV: trực tiếp điều trị, chăm sóc</source>
   <translation>HIV: directly treating or caring</translation>
  </message>
  <message>
   <source>HIV: tư vấn viên được phân công</source>
   <translation>HIV: assigned counsellor</translation>
  </message>
  <message>
   <source>Hai chữ số năm sinh trong số định danh khác với năm sinh trong hồ sơ. Hãy đối chiếu lại thẻ.</source>
   <translation>The two digits of the year of birth in the personal ID number differ from the year of birth in the case file. Check the card again.</translation>
  </message>
  <message>
   <source>Hai mặt, lật cạnh dài</source>
   <translation>Two-sided, flip on long edge</translation>
  </message>
  <message>
   <source>Hai mặt, lật cạnh ngắn</source>
   <translation>Two-sided, flip on short edge</translation>
  </message>
  <message>
   <source>Ho kéo dài, ho ra máu</source>
   <translation>Long cough, coughing blood</translation>
  </message>
  <message>
   <source>Hoàn thành</source>
   <translation>Completed</translation>
  </message>
  <message>
   <source>Hoàn thành cai nghiện tự nguyện</source>
   <translation>Voluntary rehabilitation completed</translation>
  </message>
  <message>
   <source>Hoàn thành các giai đoạn tại cơ sở</source>
   <translation>Stages in the facility completed</translation>
  </message>
  <message>
   <source>Hoàn thành ít nhất ba giai đoạn, tiếp tục tại gia đình, cộng đồng</source>
   <translation>At least three stages completed, continuing at home or in the community</translation>
  </message>
  <message>
   <source>Hoãn</source>
   <translation>Held</translation>
  </message>
  <message>
   <source>Hoạt động thể thao, văn hóa, sinh hoạt tập thể</source>
   <translation>Sports, cultural and group activities</translation>
  </message>
  <message>
   <source>Hình phạt, mức phạt</source>
   <translation>Penalty</translation>
  </message>
  <message>
   <source>Hình thức</source>
   <translation>Type</translation>
  </message>
  <message>
   <source>Hình thức khác</source>
   <translation>Other type</translation>
  </message>
  <message>
   <source>Hình xăm</source>
   <translation>Tattoo</translation>
  </message>
  <message>
   <source>Hông, mông</source>
   <translation>Hips, buttocks</translation>
  </message>
  <message>
   <source>Hướng thần</source>
   <translation>Psychotropic</translation>
  </message>
  <message>
   <source>Hạn quản lý</source>
   <translation>Held until</translation>
  </message>
  <message>
   <source>Hạn trả lời</source>
   <translation>Answer due</translation>
  </message>
  <message>
   <source>Hết hạn</source>
   <translation>Expired</translation>
  </message>
  <message>
   <source>Hết hạn do được giảm thời hạn</source>
   <translation>Term ended by reduction</translation>
  </message>
  <message>
   <source>Hết hạn trong 30 ngày</source>
   <translation>Expires within 30 days</translation>
  </message>
  <message>
   <source>Hết hạn trong 60 ngày</source>
   <translation>Expires within 60 days</translation>
  </message>
  <message>
   <source>Hết hạn trong 90 ngày</source>
   <translation>Expires within 90 days</translation>
  </message>
  <message>
   <source>Họ tên cha</source>
   <translation>Father’s full name</translation>
  </message>
  <message>
   <source>Họ tên gần giống</source>
   <translation>Similar full name</translation>
  </message>
  <message>
   <source>Họ tên mẹ</source>
   <translation>Mother’s full name</translation>
  </message>
  <message>
   <source>Họ tên vợ, chồng</source>
   <translation>Spouse’s full name</translation>
  </message>
  <message>
   <source>Họ và tên</source>
   <translation>Full name</translation>
  </message>
  <message>
   <source>Họ và tên đệm</source>
   <translation>Family and middle names</translation>
  </message>
  <message>
   <source>Học nghề</source>
   <translation>Vocational training</translation>
  </message>
  <message>
   <source>Học văn hóa, học nghề</source>
   <translation>Schooling, vocational training</translation>
  </message>
  <message>
   <source>Hồ sơ cũ</source>
   <translation>Old file</translation>
  </message>
  <message>
   <source>Hỗ trợ từ chính quyền nơi cư trú, nguồn khác</source>
   <translation>Support from the authorities of the place of residence, other sources</translation>
  </message>
  <message>
   <source>Hỗn hợp nhiều chất</source>
   <translation>Mixture of substances</translation>
  </message>
  <message>
   <source>Hộ chiếu</source>
   <translation>Passport</translation>
  </message>
  <message>
   <source>Hộ chiếu Việt Nam gồm một chữ và 7–8 chữ số. Đúng nếu là hộ chiếu nước khác.</source>
   <translation>A Vietnamese passport number is one letter and 7–8 digits. This is right for a passport of another country.</translation>
  </message>
  <message>
   <source>Hội chứng cai</source>
   <translation>Withdrawal</translation>
  </message>
  <message>
   <source>Hợp đồng</source>
   <translation>Contract</translation>
  </message>
  <message>
   <source>Hợp đồng dịch vụ cai nghiện tự nguyện (V-29)</source>
   <translation>Voluntary rehabilitation service contract (V-29)</translation>
  </message>
  <message>
   <source>Hủy thuốc</source>
   <translation>Destroyed</translation>
  </message>
  <message>
   <source>I. Điều trị y tế</source>
   <translation>I. Medical treatment</translation>
  </message>
  <message>
   <source>II. Hỗ trợ phục hồi</source>
   <translation>II. Recovery support</translation>
  </message>
  <message>
   <source>III. Giáo dục, tư vấn phục hồi hành vi, nhân cách</source>
   <translation>III. Education, counselling, recovery of behaviour and personality</translation>
  </message>
  <message>
   <source>IV. Lao động trị liệu, học nghề</source>
   <translation>IV. Labour therapy, vocational training</translation>
  </message>
  <message>
   <source>Kem đánh răng (g)</source>
   <translation>Toothpaste (g)</translation>
  </message>
  <message>
   <source>Khi cần</source>
   <translation>As needed</translation>
  </message>
  <message>
   <source>Khi tiếp nhận</source>
   <translation>On admission</translation>
  </message>
  <message>
   <source>Khi trở lại cơ sở</source>
   <translation>On return to facility</translation>
  </message>
  <message>
   <source>Kho thuốc thường</source>
   <translation>Ordinary store</translation>
  </message>
  <message>
   <source>Khu biệt trữ chờ hủy</source>
   <translation>Quarantine (to destroy)</translation>
  </message>
  <message>
   <source>Khu cai nghiện bắt buộc</source>
   <translation>Compulsory rehabilitation zone</translation>
  </message>
  <message>
   <source>Khu cai nghiện tự nguyện</source>
   <translation>Voluntary rehabilitation zone</translation>
  </message>
  <message>
   <source>Khu dành cho người mắc bệnh truyền nhiễm nhóm A, nhóm B</source>
   <translation>Zone for people with group A or B infectious diseases</translation>
  </message>
  <message>
   <source>Khu dành riêng cho người vi phạm nội quy</source>
   <translation>Zone reserved for violators of house rules</translation>
  </message>
  <message>
   <source>Khu dạy văn hóa</source>
   <translation>Schooling zone</translation>
  </message>
  <message>
   <source>Khu dạy văn hóa cho người từ đủ 12 đến dưới 18 tuổi</source>
   <translation>Schooling zone for people aged 12 to under 18</translation>
  </message>
  <message>
   <source>Khu giáo dục nghề nghiệp</source>
   <translation>Vocational education zone</translation>
  </message>
  <message>
   <source>Khu hành chính, quản trị</source>
   <translation>Administration, management zone</translation>
  </message>
  <message>
   <source>Khu kỹ thuật, hậu cần</source>
   <translation>Technical, logistics zone</translation>
  </message>
  <message>
   <source>Khu quản lý người cai nghiện</source>
   <translation>Residents’ zone</translation>
  </message>
  <message>
   <source>Khu quản lý người từ đủ 12 đến dưới 18 tuổi</source>
   <translation>Zone for people aged 12 to under 18</translation>
  </message>
  <message>
   <source>Khu quản lý trong thời gian lập hồ sơ</source>
   <translation>Temporary management zone while the file is prepared</translation>
  </message>
  <message>
   <source>Khu thuốc dạng phối hợp</source>
   <translation>Area for combinations</translation>
  </message>
  <message>
   <source>Khu thăm gặp, tiếp nhận</source>
   <translation>Visit, admission zone</translation>
  </message>
  <message>
   <source>Khu y tế và điều trị cắt cơn</source>
   <translation>Medical and detoxification zone</translation>
  </message>
  <message>
   <source>Khu, phòng, đội</source>
   <translation>Zone, room, squad</translation>
  </message>
  <message>
   <source>Khuyết tật</source>
   <translation>Disability</translation>
  </message>
  <message>
   <source>Khuyết, cụt</source>
   <translation>Missing part, amputation</translation>
  </message>
  <message>
   <source>Khác giới tính</source>
   <translation>Different sex</translation>
  </message>
  <message>
   <source>Khám</source>
   <translation>Examination</translation>
  </message>
  <message>
   <source>Khí trời</source>
   <translation>Room air</translation>
  </message>
  <message>
   <source>Khó thở, tím tái</source>
   <translation>Short of breath, cyanosis</translation>
  </message>
  <message>
   <source>Không biết chữ</source>
   <translation>Cannot write</translation>
  </message>
  <message>
   <source>Không chấp hành giám sát điện tử</source>
   <translation>Did not comply with electronic monitoring</translation>
  </message>
  <message>
   <source>Không có giấy tờ</source>
   <translation>No ID document</translation>
  </message>
  <message>
   <source>Không có gì phải gửi</source>
   <translation>Nothing to be sent</translation>
  </message>
  <message>
   <source>Không có mặt</source>
   <translation>Not present</translation>
  </message>
  <message>
   <source>Không cần</source>
   <translation>Not needed</translation>
  </message>
  <message>
   <source>Không duyệt, đã rút</source>
   <translation>Refused, withdrawn</translation>
  </message>
  <message>
   <source>Không gửi Công an cấp xã (Luật PCMT 2025 Đ23.2)</source>
   <translation>Not sent to the commune police (Drug Law 2025, Art. 23.2)</translation>
  </message>
  <message>
   <source>Không hợp lệ (không có vạch chứng)</source>
   <translation>Invalid (no control line)</translation>
  </message>
  <message>
   <source>Không kê theo phác đồ</source>
   <translation>Not ordered as in protocol</translation>
  </message>
  <message>
   <source>Không ký được lúc này</source>
   <translation>Cannot sign now</translation>
  </message>
  <message>
   <source>Không nói về ai</source>
   <translation>About nobody</translation>
  </message>
  <message>
   <source>Không phải làm</source>
   <translation>Not required</translation>
  </message>
  <message>
   <source>Không rõ</source>
   <translation>Unknown</translation>
  </message>
  <message>
   <source>Không thạo tiếng Việt</source>
   <translation>Limited Vietnamese</translation>
  </message>
  <message>
   <source>Không thời hạn</source>
   <translation>No expiry</translation>
  </message>
  <message>
   <source>Không thực hiện cai nghiện tự nguyện</source>
   <translation>Did not undergo voluntary rehabilitation</translation>
  </message>
  <message>
   <source>Không thực hiện điều trị thay thế</source>
   <translation>Did not undergo substitution treatment</translation>
  </message>
  <message>
   <source>Không tính vào thời hạn, cộng thêm</source>
   <translation>Does not count, added to the term</translation>
  </message>
  <message>
   <source>Không tính, cộng thêm</source>
   <translation>Not counted, added</translation>
  </message>
  <message>
   <source>Không tự đi lại được</source>
   <translation>Cannot walk unaided</translation>
  </message>
  <message>
   <source>Không đáp ứng</source>
   <translation>Unresponsive</translation>
  </message>
  <message>
   <source>Không đăng ký cai nghiện tự nguyện</source>
   <translation>Did not register for voluntary rehabilitation</translation>
  </message>
  <message>
   <source>Không đăng ký điều trị thay thế</source>
   <translation>Did not register for substitution treatment</translation>
  </message>
  <message>
   <source>Không được chấp thuận</source>
   <translation>Not approved</translation>
  </message>
  <message>
   <source>Không được trừ</source>
   <translation>Not credited</translation>
  </message>
  <message>
   <source>Không được vượt</source>
   <translation>No override</translation>
  </message>
  <message>
   <source>Không đạt</source>
   <translation>Not passed</translation>
  </message>
  <message>
   <source>Không ảnh hưởng</source>
   <translation>No effect</translation>
  </message>
  <message>
   <source>Không ở cơ sở, không tính</source>
   <translation>Not in the facility, not counted</translation>
  </message>
  <message>
   <source>Khăn mặt (chiếc)</source>
   <translation>Face towels (pcs)</translation>
  </message>
  <message>
   <source>Khẩn cấp</source>
   <translation>Emergency</translation>
  </message>
  <message>
   <source>Kiến thức chuyên môn trong công tác cai nghiện ma túy</source>
   <translation>Professional knowledge of drug rehabilitation</translation>
  </message>
  <message>
   <source>Kiến thức pháp luật, thông tin về tình hình kinh tế - xã hội</source>
   <translation>Knowledge of the law, information on the economy and society</translation>
  </message>
  <message>
   <source>Kiểm đếm thiếu</source>
   <translation>Counted short</translation>
  </message>
  <message>
   <source>Kiểm đếm thừa</source>
   <translation>Counted over</translation>
  </message>
  <message>
   <source>Kích động, hoang tưởng, nói nhảm</source>
   <translation>Agitated, delusional, incoherent speech</translation>
  </message>
  <message>
   <source>Ký thay (KT.)</source>
   <translation>Signing for the head (KT.)</translation>
  </message>
  <message>
   <source>Ký thừa lệnh (TL.)</source>
   <translation>Signing by order (TL.)</translation>
  </message>
  <message>
   <source>Ký thừa ủy quyền (TUQ.)</source>
   <translation>Signing under authorisation (TUQ.)</translation>
  </message>
  <message>
   <source>Kế hoạch</source>
   <translation>Plan</translation>
  </message>
  <message>
   <source>Kế hoạch cai nghiện</source>
   <translation>Rehabilitation plan</translation>
  </message>
  <message>
   <source>Kế hoạch điều trị</source>
   <translation>Treatment plan</translation>
  </message>
  <message>
   <source>Kết quả</source>
   <translation>Result</translation>
  </message>
  <message>
   <source>Kết thúc</source>
   <translation>End</translation>
  </message>
  <message>
   <source>Kết thúc quản lý, không bị áp dụng biện pháp bắt buộc</source>
   <translation>Temporary management ended, no compulsory measure</translation>
  </message>
  <message>
   <source>Kết thúc thời hạn</source>
   <translation>End of term</translation>
  </message>
  <message>
   <source>Kỹ năng quản lý người cai nghiện ma túy</source>
   <translation>Skills in managing residents</translation>
  </message>
  <message>
   <source>Kỹ năng từ chối sử dụng trái phép chất ma túy</source>
   <translation>Skills to refuse illegal drug use</translation>
  </message>
  <message>
   <source>Lao</source>
   <translation>TB</translation>
  </message>
  <message>
   <source>Lao động hợp đồng</source>
   <translation>Contract worker</translation>
  </message>
  <message>
   <source>Lao động trị liệu</source>
   <translation>Labour therapy</translation>
  </message>
  <message>
   <source>Lao động trị liệu, học nghề</source>
   <translation>Labour therapy, vocational training</translation>
  </message>
  <message>
   <source>Liều cao nhất</source>
   <translation>Maximum dose</translation>
  </message>
  <message>
   <source>Liều khác phác đồ</source>
   <translation>Dose off protocol</translation>
  </message>
  <message>
   <source>Liều không dùng</source>
   <translation>Dose not taken</translation>
  </message>
  <message>
   <source>Loại</source>
   <translation>Type</translation>
  </message>
  <message>
   <source>Loại bản quét</source>
   <translation>Type of scan</translation>
  </message>
  <message>
   <source>Loại chứng chỉ</source>
   <translation>Type of certificate</translation>
  </message>
  <message>
   <source>Loại cảnh báo</source>
   <translation>Type of alert</translation>
  </message>
  <message>
   <source>Loại giấy tờ</source>
   <translation>Type of ID document</translation>
  </message>
  <message>
   <source>Loại ma túy</source>
   <translation>Drug type</translation>
  </message>
  <message>
   <source>Loại nơi gửi</source>
   <translation>Type of sender</translation>
  </message>
  <message>
   <source>Loại nơi nhận</source>
   <translation>Type of recipient</translation>
  </message>
  <message>
   <source>Loại tài liệu</source>
   <translation>Type of document</translation>
  </message>
  <message>
   <source>Loại địa chỉ</source>
   <translation>Type of address</translation>
  </message>
  <message>
   <source>Loạn thần, kích động</source>
   <translation>Psychosis, agitation</translation>
  </message>
  <message>
   <source>Luật PCMT 2021</source>
   <translation>Drug Law 2021</translation>
  </message>
  <message>
   <source>Luật PCMT 2025</source>
   <translation>Drug Law 2025</translation>
  </message>
  <message>
   <source>Lú lẫn mới xuất hiện</source>
   <translation>New confusion</translation>
  </message>
  <message>
   <source>Lúc</source>
   <translation>When</translation>
  </message>
  <message>
   <source>Lúc đính kèm</source>
   <translation>Attached at</translation>
  </message>
  <message>
   <source>Lý do</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Lý do không có giấy tờ</source>
   <translation>Reason for having no ID document</translation>
  </message>
  <message>
   <source>Lý do lấy số năm cũ</source>
   <translation>Reason for a number of a past year</translation>
  </message>
  <message>
   <source>Lý do sửa</source>
   <translation>Reason for correction</translation>
  </message>
  <message>
   <source>Lý do y tế của chỗ ở</source>
   <translation>Medical accommodation reason</translation>
  </message>
  <message>
   <source>Lý do đưa vào cơ sở</source>
   <translation>Reason for admission</translation>
  </message>
  <message>
   <source>Lơ mơ, gọi không đáp</source>
   <translation>Drowsy, unresponsive</translation>
  </message>
  <message>
   <source>Lưng</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Lưu văn thư</source>
   <translation>Clerk’s archive</translation>
  </message>
  <message>
   <source>Lưu ý</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Lần cai nghiện thứ</source>
   <translation>Time in rehabilitation</translation>
  </message>
  <message>
   <source>Lần cai nghiện trước đây</source>
   <translation>Past rehabilitation</translation>
  </message>
  <message>
   <source>Lần chấm thang đánh giá</source>
   <translation>Rating scale score</translation>
  </message>
  <message>
   <source>Lần trông</source>
   <translation>Watch</translation>
  </message>
  <message>
   <source>Lần đo dấu hiệu sinh tồn</source>
   <translation>Vital signs measurement</translation>
  </message>
  <message>
   <source>Lịch theo dõi</source>
   <translation>Observation plan</translation>
  </message>
  <message>
   <source>Ma túy đã sử dụng</source>
   <translation>Drug used</translation>
  </message>
  <message>
   <source>Mang thai</source>
   <translation>Pregnancy</translation>
  </message>
  <message>
   <source>Mang thai hoặc nghi mang thai</source>
   <translation>Pregnant or possibly pregnant</translation>
  </message>
  <message>
   <source>Miễn chấp hành phần thời gian còn lại</source>
   <translation>Rest of the time waived</translation>
  </message>
  <message>
   <source>Miễn phần còn lại</source>
   <translation>Rest waived</translation>
  </message>
  <message>
   <source>Miễn phần thời hạn còn lại</source>
   <translation>Rest of the term waived</translation>
  </message>
  <message>
   <source>Miễn phần thời hạn còn lại do bệnh hiểm nghèo</source>
   <translation>Rest of the term waived, critical illness</translation>
  </message>
  <message>
   <source>Miễn phần thời hạn còn lại do mang thai</source>
   <translation>Rest of the term waived, pregnancy</translation>
  </message>
  <message>
   <source>Mua hàng căng tin</source>
   <translation>Canteen purchases</translation>
  </message>
  <message>
   <source>Màn (chiếc)</source>
   <translation>Mosquito nets (pcs)</translation>
  </message>
  <message>
   <source>Máy</source>
   <translation>Computer</translation>
  </message>
  <message>
   <source>Mã</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Mã do cơ sở ký nhưng khác văn bản trong sổ. Hãy báo người đứng đầu cơ sở.</source>
   <translation>Code signed by the facility but differing from the document in the register. Report to the head of facility.</translation>
  </message>
  <message>
   <source>Mã do cơ sở ký nhưng sổ này không có văn bản đó. Có thể dữ liệu được khôi phục từ bản cũ.</source>
   <translation>Code signed by the facility but this register has no such document. The data may have been restored from an old backup.</translation>
  </message>
  <message>
   <source>Mũ vải (chiếc)</source>
   <translation>Cloth hats (pcs)</translation>
  </message>
  <message>
   <source>Mắc bệnh hiểm nghèo (miễn)</source>
   <translation>Critical illness (waiver)</translation>
  </message>
  <message>
   <source>Mặt</source>
   <translation>Face</translation>
  </message>
  <message>
   <source>Mặt sau</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Mặt trước</source>
   <translation>Front</translation>
  </message>
  <message>
   <source>Mẹ</source>
   <translation>Mother</translation>
  </message>
  <message>
   <source>Mẹ vợ, mẹ chồng</source>
   <translation>Mother-in-law</translation>
  </message>
  <message>
   <source>Mối quan hệ</source>
   <translation>Relationship</translation>
  </message>
  <message>
   <source>Mỗi 15 phút</source>
   <translation>Every 15 min</translation>
  </message>
  <message>
   <source>Mỗi 60 phút</source>
   <translation>Every 60 min</translation>
  </message>
  <message>
   <source>Một lần</source>
   <translation>Once</translation>
  </message>
  <message>
   <source>Một mặt</source>
   <translation>One-sided</translation>
  </message>
  <message>
   <source>Mục</source>
   <translation>Field</translation>
  </message>
  <message>
   <source>Mục hồ sơ bệnh án</source>
   <translation>Medical record entry</translation>
  </message>
  <message>
   <source>Mục tiêu giáo dục, tư vấn</source>
   <translation>Goals of education and counselling</translation>
  </message>
  <message>
   <source>Mục tiêu lao động trị liệu, học nghề</source>
   <translation>Goals of labour therapy and vocational training</translation>
  </message>
  <message>
   <source>Mục tiêu phục hồi</source>
   <translation>Goals of recovery</translation>
  </message>
  <message>
   <source>Mục tiêu điều trị y tế</source>
   <translation>Goals of medical treatment</translation>
  </message>
  <message>
   <source>Mức</source>
   <translation>Level</translation>
  </message>
  <message>
   <source>Mức riêng tư</source>
   <translation>Privacy level</translation>
  </message>
  <message>
   <source>Mức tách</source>
   <translation>Separation level</translation>
  </message>
  <message>
   <source>Nam</source>
   <translation>Male</translation>
  </message>
  <message>
   <source>Nam (đánh dấu)</source>
   <translation>Male (mark)</translation>
  </message>
  <message>
   <source>Nghi lao</source>
   <translation>Suspected TB</translation>
  </message>
  <message>
   <source>Nghi quá liều, ngộ độc</source>
   <translation>Suspected overdose, poisoning</translation>
  </message>
  <message>
   <source>Nghi sử dụng</source>
   <translation>Suspected use</translation>
  </message>
  <message>
   <source>Nghiêng phải</source>
   <translation>Right profile</translation>
  </message>
  <message>
   <source>Nghiêng trái</source>
   <translation>Left profile</translation>
  </message>
  <message>
   <source>Nghề nghiệp</source>
   <translation>Occupation</translation>
  </message>
  <message>
   <source>Nguy cơ bạo lực</source>
   <translation>Risk of violence</translation>
  </message>
  <message>
   <source>Nguy cơ bỏ trốn</source>
   <translation>Risk of escape</translation>
  </message>
  <message>
   <source>Nguy cơ hội chứng cai nặng</source>
   <translation>Risk of severe withdrawal syndrome</translation>
  </message>
  <message>
   <source>Nguy cơ tự hại</source>
   <translation>Risk of self-harm</translation>
  </message>
  <message>
   <source>Nguy cơ tự hại, tự sát</source>
   <translation>Risk of self-harm, suicide</translation>
  </message>
  <message>
   <source>Nguy hiểm</source>
   <translation>Danger</translation>
  </message>
  <message>
   <source>Ngày</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Ngày Công an cấp xã nhận thông báo</source>
   <translation>Date the commune police received the notice</translation>
  </message>
  <message>
   <source>Ngày ban hành</source>
   <translation>Date of issue</translation>
  </message>
  <message>
   <source>Ngày biên bản giao, nhận (V-31, V-42)</source>
   <translation>Date of the handover minutes (V-31, V-42)</translation>
  </message>
  <message>
   <source>Ngày biên bản tiếp nhận của cơ sở tư nhân (V-24)</source>
   <translation>Date of the admission minutes of the private facility (V-24)</translation>
  </message>
  <message>
   <source>Ngày bắt đầu</source>
   <translation>Start date</translation>
  </message>
  <message>
   <source>Ngày bắt đầu chấp hành</source>
   <translation>Start of term</translation>
  </message>
  <message>
   <source>Ngày chấp hành xong</source>
   <translation>Date served in full</translation>
  </message>
  <message>
   <source>Ngày chụp</source>
   <translation>Date taken</translation>
  </message>
  <message>
   <source>Ngày cấp</source>
   <translation>Date of issue</translation>
  </message>
  <message>
   <source>Ngày cấp căn cước</source>
   <translation>Identity card issued on</translation>
  </message>
  <message>
   <source>Ngày của giấy</source>
   <translation>Date on the paper</translation>
  </message>
  <message>
   <source>Ngày của giấy tờ</source>
   <translation>Date of the paper</translation>
  </message>
  <message>
   <source>Ngày gửi</source>
   <translation>Date sent</translation>
  </message>
  <message>
   <source>Ngày hết hạn</source>
   <translation>End of term</translation>
  </message>
  <message>
   <source>Ngày hết hợp đồng</source>
   <translation>End of contract</translation>
  </message>
  <message>
   <source>Ngày in trong quyết định</source>
   <translation>Date printed in the decision</translation>
  </message>
  <message>
   <source>Ngày khám sức khỏe gần nhất</source>
   <translation>Date of last health examination</translation>
  </message>
  <message>
   <source>Ngày làm việc</source>
   <translation>Working day</translation>
  </message>
  <message>
   <source>Ngày nghỉ</source>
   <translation>Day off</translation>
  </message>
  <message>
   <source>Ngày người đứng đầu thông báo quyết định (Đ107.1)</source>
   <translation>Date the head announced the decision (Art. 107.1)</translation>
  </message>
  <message>
   <source>Ngày nhận</source>
   <translation>Date received</translation>
  </message>
  <message>
   <source>Ngày quyết định</source>
   <translation>Date of decision</translation>
  </message>
  <message>
   <source>Ngày quyết định giao quản lý (V-32)</source>
   <translation>Date of the temporary management decision (V-32)</translation>
  </message>
  <message>
   <source>Ngày ra cơ sở</source>
   <translation>Discharge date</translation>
  </message>
  <message>
   <source>Ngày ra quyết định</source>
   <translation>Date of decision</translation>
  </message>
  <message>
   <source>Ngày sinh</source>
   <translation>Date of birth</translation>
  </message>
  <message>
   <source>Ngày sinh đảo ngày và tháng</source>
   <translation>Date of birth with day and month swapped</translation>
  </message>
  <message>
   <source>Ngày tiếp nhận</source>
   <translation>Date of admission</translation>
  </message>
  <message>
   <source>Ngày trở lại</source>
   <translation>Return date</translation>
  </message>
  <message>
   <source>Ngày vào cơ sở</source>
   <translation>Date of entry</translation>
  </message>
  <message>
   <source>Ngày văn bản</source>
   <translation>Document date</translation>
  </message>
  <message>
   <source>Ngày đến</source>
   <translation>Arrived on</translation>
  </message>
  <message>
   <source>Ngày, năm sinh</source>
   <translation>Birth date or year</translation>
  </message>
  <message>
   <source>Người cai nghiện</source>
   <translation>Resident</translation>
  </message>
  <message>
   <source>Người cai nghiện ký</source>
   <translation>Signed by resident</translation>
  </message>
  <message>
   <source>Người cần báo tin</source>
   <translation>Emergency contact</translation>
  </message>
  <message>
   <source>Người giám hộ</source>
   <translation>Guardian</translation>
  </message>
  <message>
   <source>Người giải quyết</source>
   <translation>Handled by</translation>
  </message>
  <message>
   <source>Người khác</source>
   <translation>Someone else</translation>
  </message>
  <message>
   <source>Người ký</source>
   <translation>Signed by</translation>
  </message>
  <message>
   <source>Người làm chứng ký thay</source>
   <translation>Witness signs instead</translation>
  </message>
  <message>
   <source>Người mới</source>
   <translation>New person</translation>
  </message>
  <message>
   <source>Người nhận</source>
   <translation>Received by</translation>
  </message>
  <message>
   <source>Ngẫu nhiên</source>
   <translation>Random</translation>
  </message>
  <message>
   <source>Ngậm dưới lưỡi</source>
   <translation>Sublingual</translation>
  </message>
  <message>
   <source>Ngủ, thở đều</source>
   <translation>Asleep, breathing evenly</translation>
  </message>
  <message>
   <source>Ngừng sớm</source>
   <translation>Ended early</translation>
  </message>
  <message>
   <source>Ngực</source>
   <translation>Chest</translation>
  </message>
  <message>
   <source>Nhân thân</source>
   <translation>Personal details</translation>
  </message>
  <message>
   <source>Nhóm dị ứng chéo</source>
   <translation>Cross-allergy group</translation>
  </message>
  <message>
   <source>Nhóm ma túy</source>
   <translation>Drug group</translation>
  </message>
  <message>
   <source>Nhận giữ đồ vật</source>
   <translation>Belongings taken in</translation>
  </message>
  <message>
   <source>Nhận khi tiếp nhận</source>
   <translation>Received at admission</translation>
  </message>
  <message>
   <source>Nhận lại thuốc người bệnh không dùng hết</source>
   <translation>Leftover medicine taken back from patient</translation>
  </message>
  <message>
   <source>Nhận qua bưu điện</source>
   <translation>Received by post</translation>
  </message>
  <message>
   <source>Nhập mua</source>
   <translation>Purchased</translation>
  </message>
  <message>
   <source>Nhập từ nơi khác</source>
   <translation>Moved in</translation>
  </message>
  <message>
   <source>Nhẹ</source>
   <translation>Mild</translation>
  </message>
  <message>
   <source>Nicotin</source>
   <translation>Nicotine</translation>
  </message>
  <message>
   <source>Niêm phong lại, chuyển chỗ</source>
   <translation>Resealed or moved</translation>
  </message>
  <message>
   <source>Nên tránh xếp chung</source>
   <translation>Better kept apart</translation>
  </message>
  <message>
   <source>Nôn</source>
   <translation>Vomited</translation>
  </message>
  <message>
   <source>Năm</source>
   <translation>Year</translation>
  </message>
  <message>
   <source>Năm sinh</source>
   <translation>Year of birth</translation>
  </message>
  <message>
   <source>Năm sinh khác xa</source>
   <translation>Year of birth far apart</translation>
  </message>
  <message>
   <source>Năm sinh lệch một năm</source>
   <translation>Year of birth one year apart</translation>
  </message>
  <message>
   <source>Nơi cấp</source>
   <translation>Place of issue</translation>
  </message>
  <message>
   <source>Nơi cấp căn cước</source>
   <translation>Identity card issued by</translation>
  </message>
  <message>
   <source>Nơi gửi</source>
   <translation>Sender</translation>
  </message>
  <message>
   <source>Nơi khác</source>
   <translation>Elsewhere</translation>
  </message>
  <message>
   <source>Nơi sinh</source>
   <translation>Place of birth</translation>
  </message>
  <message>
   <source>Nơi thường trú</source>
   <translation>Permanent address</translation>
  </message>
  <message>
   <source>Nơi thường trú: huyện (cũ)</source>
   <translation>Permanent address: district (old)</translation>
  </message>
  <message>
   <source>Nơi thường trú: số nhà, thôn, tổ</source>
   <translation>Permanent address: house number, village, neighbourhood</translation>
  </message>
  <message>
   <source>Nơi thường trú: tỉnh</source>
   <translation>Permanent address: province</translation>
  </message>
  <message>
   <source>Nơi thường trú: xã, phường</source>
   <translation>Permanent address: commune, ward</translation>
  </message>
  <message>
   <source>Nơi tạm trú</source>
   <translation>Temporary address</translation>
  </message>
  <message>
   <source>Nơi ở hiện tại</source>
   <translation>Current address</translation>
  </message>
  <message>
   <source>Nặng, phản vệ</source>
   <translation>Severe, anaphylaxis</translation>
  </message>
  <message>
   <source>Nốt ruồi, vết bớt</source>
   <translation>Mole, birthmark</translation>
  </message>
  <message>
   <source>Nội dung</source>
   <translation>Content</translation>
  </message>
  <message>
   <source>Nữ</source>
   <translation>Female</translation>
  </message>
  <message>
   <source>Nữ (đánh dấu)</source>
   <translation>Female (mark)</translation>
  </message>
  <message>
   <source>Phiếu</source>
   <translation>Slip</translation>
  </message>
  <message>
   <source>Phác đồ cắt cơn</source>
   <translation>Detox protocol</translation>
  </message>
  <message>
   <source>Phòng chăm sóc 24/24 giờ</source>
   <translation>24-hour care room</translation>
  </message>
  <message>
   <source>Phòng của khu dành riêng</source>
   <translation>Room of reserved zone</translation>
  </message>
  <message>
   <source>Phòng dành cho bệnh truyền nhiễm nhóm A, nhóm B</source>
   <translation>Room for group A or B infectious diseases</translation>
  </message>
  <message>
   <source>Phòng riêng</source>
   <translation>Separate room</translation>
  </message>
  <message>
   <source>Phòng điều trị cắt cơn</source>
   <translation>Detoxification room</translation>
  </message>
  <message>
   <source>Phòng ở</source>
   <translation>Dorm room</translation>
  </message>
  <message>
   <source>Phòng, chống tái nghiện ma túy</source>
   <translation>Relapse prevention</translation>
  </message>
  <message>
   <source>Phương pháp</source>
   <translation>Method</translation>
  </message>
  <message>
   <source>Phương pháp cai nghiện</source>
   <translation>Rehabilitation method</translation>
  </message>
  <message>
   <source>Phải gửi Công an cấp xã (Luật PCMT 2025 Đ23.2)</source>
   <translation>Must be sent to the commune police (Drug Law 2025, Art. 23.2)</translation>
  </message>
  <message>
   <source>Phần chung</source>
   <translation>General part</translation>
  </message>
  <message>
   <source>Phần kết quả lao động trị liệu</source>
   <translation>Share of labour therapy results</translation>
  </message>
  <message>
   <source>Phần y tế</source>
   <translation>Medical part</translation>
  </message>
  <message>
   <source>Phụ nữ mang thai (miễn)</source>
   <translation>Pregnant woman (waiver)</translation>
  </message>
  <message>
   <source>Quan hệ</source>
   <translation>Relationship</translation>
  </message>
  <message>
   <source>Quan hệ khác</source>
   <translation>Other relationship</translation>
  </message>
  <message>
   <source>Quyết định</source>
   <translation>Decision</translation>
  </message>
  <message>
   <source>Quyết định bị hủy</source>
   <translation>Decision annulled</translation>
  </message>
  <message>
   <source>Quyết định cai nghiện tự nguyện (V-22)</source>
   <translation>Voluntary rehabilitation decision (V-22)</translation>
  </message>
  <message>
   <source>Quyết định của cơ sở</source>
   <translation>Decision of the facility</translation>
  </message>
  <message>
   <source>Quyết định giao cơ sở tiếp nhận</source>
   <translation>Facility assignment decision</translation>
  </message>
  <message>
   <source>Quyết định giao quản lý trong thời gian lập hồ sơ (V-32)</source>
   <translation>Temporary management decision while the file is prepared (V-32)</translation>
  </message>
  <message>
   <source>Quyết định truy tìm (V-43)</source>
   <translation>Search order (V-43)</translation>
  </message>
  <message>
   <source>Quyết định đưa đi cai nghiện bắt buộc của Tòa án</source>
   <translation>Court decision on compulsory rehabilitation</translation>
  </message>
  <message>
   <source>Quyết định, văn bản</source>
   <translation>Decision, official document</translation>
  </message>
  <message>
   <source>Quá hạn về chịu tang</source>
   <translation>Overstayed funeral leave</translation>
  </message>
  <message>
   <source>Quê quán</source>
   <translation>Native place</translation>
  </message>
  <message>
   <source>Quản lý sau cai nghiện</source>
   <translation>Post-rehabilitation management</translation>
  </message>
  <message>
   <source>Quản lý trong thời gian lập hồ sơ</source>
   <translation>Temporary management while the file is prepared</translation>
  </message>
  <message>
   <source>Quản lý tại khu dành riêng</source>
   <translation>Held in reserved zone</translation>
  </message>
  <message>
   <source>Quần áo dài (bộ)</source>
   <translation>Long clothes (sets)</translation>
  </message>
  <message>
   <source>Quần áo lót (bộ)</source>
   <translation>Underwear (sets)</translation>
  </message>
  <message>
   <source>Quần áo ngắn tay (bộ)</source>
   <translation>Short clothes (sets)</translation>
  </message>
  <message>
   <source>Quốc tịch</source>
   <translation>Nationality</translation>
  </message>
  <message>
   <source>Ra cơ sở cai nghiện</source>
   <translation>Discharge from facility</translation>
  </message>
  <message>
   <source>Ra ngoài chịu tang</source>
   <translation>Out on funeral leave</translation>
  </message>
  <message>
   <source>Ra ngoài theo yêu cầu tố tụng</source>
   <translation>Out for proceedings</translation>
  </message>
  <message>
   <source>Run, vã mồ hôi, nôn (hội chứng cai)</source>
   <translation>Tremor, sweating, vomiting (withdrawal syndrome)</translation>
  </message>
  <message>
   <source>Rượu, bia</source>
   <translation>Alcohol</translation>
  </message>
  <message>
   <source>Rối loạn tâm thần</source>
   <translation>Mental disorder</translation>
  </message>
  <message>
   <source>Sau dùng chất kích thích</source>
   <translation>After stimulant use</translation>
  </message>
  <message>
   <source>Suốt đợt cai nghiện</source>
   <translation>Throughout rehabilitation</translation>
  </message>
  <message>
   <source>Sáng</source>
   <translation>Morning</translation>
  </message>
  <message>
   <source>Sĩ quan, hạ sĩ quan Công an</source>
   <translation>Police officer or non-commissioned officer</translation>
  </message>
  <message>
   <source>Sơ bộ</source>
   <translation>Provisional</translation>
  </message>
  <message>
   <source>Sơ cấp</source>
   <translation>Elementary level</translation>
  </message>
  <message>
   <source>Sắp hết hạn</source>
   <translation>Expiring soon</translation>
  </message>
  <message>
   <source>Sẹo</source>
   <translation>Scar</translation>
  </message>
  <message>
   <source>Số</source>
   <translation>Number</translation>
  </message>
  <message>
   <source>Số bản</source>
   <translation>Copies</translation>
  </message>
  <message>
   <source>Số bản án, quyết định</source>
   <translation>Number of judgment or decision</translation>
  </message>
  <message>
   <source>Số chứng minh nhân dân</source>
   <translation>People’s identity card number</translation>
  </message>
  <message>
   <source>Số căn cước</source>
   <translation>Identity card number</translation>
  </message>
  <message>
   <source>Số giấy tờ</source>
   <translation>ID document number</translation>
  </message>
  <message>
   <source>Số lần cai nghiện</source>
   <translation>Number of times in rehabilitation</translation>
  </message>
  <message>
   <source>Số ngày quản lý</source>
   <translation>Days held</translation>
  </message>
  <message>
   <source>Số nhà, đường, thôn, tổ dân phố</source>
   <translation>House number, street, village, neighbourhood</translation>
  </message>
  <message>
   <source>Số quyết định</source>
   <translation>Decision number</translation>
  </message>
  <message>
   <source>Số thứ tự</source>
   <translation>Ordinal no.</translation>
  </message>
  <message>
   <source>Số trang</source>
   <translation>Pages</translation>
  </message>
  <message>
   <source>Số đến</source>
   <translation>Arrival no.</translation>
  </message>
  <message>
   <source>Số, ký hiệu</source>
   <translation>Number and symbol</translation>
  </message>
  <message>
   <source>Sốt</source>
   <translation>Fever</translation>
  </message>
  <message>
   <source>Sổ đến đã có văn bản cùng nơi gửi, cùng số và cùng ngày. Hãy xem có phải vào sổ hai lần không.</source>
   <translation>The incoming register already has a document with the same sender, number and date. Check that it is not being registered twice.</translation>
  </message>
  <message>
   <source>Sức khỏe khi đến</source>
   <translation>Health on arrival</translation>
  </message>
  <message>
   <source>Sửa đổi quyết định</source>
   <translation>Change of decision</translation>
  </message>
  <message>
   <source>TCVN3 (ABC)</source>
   <translation>TCVN3 (ABC)</translation>
  </message>
  <message>
   <source>Thay bằng y lệnh mới</source>
   <translation>Replaced by new order</translation>
  </message>
  <message>
   <source>Theo chương trình điều trị</source>
   <translation>By treatment programme</translation>
  </message>
  <message>
   <source>Theo chế độ luật của đợt cai nghiện</source>
   <translation>By the legal regime of the stay</translation>
  </message>
  <message>
   <source>Theo dõi, chăm sóc</source>
   <translation>Observation, care</translation>
  </message>
  <message>
   <source>Theo khu</source>
   <translation>By zone</translation>
  </message>
  <message>
   <source>Theo ngày</source>
   <translation>By date</translation>
  </message>
  <message>
   <source>Theo ngày, giảm dần</source>
   <translation>By day, tapering</translation>
  </message>
  <message>
   <source>Theo tổ</source>
   <translation>By team</translation>
  </message>
  <message>
   <source>Theo yêu cầu tố tụng</source>
   <translation>For proceedings</translation>
  </message>
  <message>
   <source>Thuốc gây mê</source>
   <translation>Anaesthetic</translation>
  </message>
  <message>
   <source>Thuốc thường</source>
   <translation>Ordinary</translation>
  </message>
  <message>
   <source>Thân nhân</source>
   <translation>Relative</translation>
  </message>
  <message>
   <source>Thân nhân gửi khi thăm gặp</source>
   <translation>Brought by relatives on visits</translation>
  </message>
  <message>
   <source>Thôi không hủy</source>
   <translation>Called off</translation>
  </message>
  <message>
   <source>Thông báo</source>
   <translation>Notice</translation>
  </message>
  <message>
   <source>Thông tin đã cung cấp</source>
   <translation>Information given</translation>
  </message>
  <message>
   <source>Thư điện tử</source>
   <translation>Email</translation>
  </message>
  <message>
   <source>Thời gian còn lại</source>
   <translation>Time remaining</translation>
  </message>
  <message>
   <source>Thời gian quản lý trong khi lập hồ sơ được trừ</source>
   <translation>Time of temporary management, credited</translation>
  </message>
  <message>
   <source>Thời hạn (tháng)</source>
   <translation>Term (months)</translation>
  </message>
  <message>
   <source>Thời hạn theo quyết định</source>
   <translation>Term of the decision</translation>
  </message>
  <message>
   <source>Thở oxy</source>
   <translation>On oxygen</translation>
  </message>
  <message>
   <source>Tiêm bắp</source>
   <translation>Intramuscular</translation>
  </message>
  <message>
   <source>Tiêm dưới da</source>
   <translation>Subcutaneous</translation>
  </message>
  <message>
   <source>Tiêm tĩnh mạch</source>
   <translation>Intravenous</translation>
  </message>
  <message>
   <source>Tiêu hủy</source>
   <translation>Destroyed</translation>
  </message>
  <message>
   <source>Tiếp nhận, phân loại</source>
   <translation>Admission, classification</translation>
  </message>
  <message>
   <source>Tiếp tục điều trị phục hồi sức khỏe</source>
   <translation>Continued treatment to recover health</translation>
  </message>
  <message>
   <source>Tiền chất</source>
   <translation>Precursor</translation>
  </message>
  <message>
   <source>Tiền sự</source>
   <translation>Administrative record</translation>
  </message>
  <message>
   <source>Tiền án</source>
   <translation>Criminal record</translation>
  </message>
  <message>
   <source>Tiền án khác</source>
   <translation>Other conviction</translation>
  </message>
  <message>
   <source>Tiền án về ma túy</source>
   <translation>Drug-related conviction</translation>
  </message>
  <message>
   <source>Tiền án, tiền sự</source>
   <translation>Criminal and administrative record</translation>
  </message>
  <message>
   <source>Tiền, tư trang, cấp phát</source>
   <translation>Money, belongings, supplies</translation>
  </message>
  <message>
   <source>Toàn cơ sở</source>
   <translation>Whole facility</translation>
  </message>
  <message>
   <source>Toàn thân</source>
   <translation>Full body</translation>
  </message>
  <message>
   <source>Trung cấp</source>
   <translation>Intermediate level</translation>
  </message>
  <message>
   <source>Trình độ chuyên môn</source>
   <translation>Professional qualification</translation>
  </message>
  <message>
   <source>Trình độ học vấn</source>
   <translation>Education level</translation>
  </message>
  <message>
   <source>Trích yếu</source>
   <translation>Subject</translation>
  </message>
  <message>
   <source>Trông liên tục</source>
   <translation>Constant watch</translation>
  </message>
  <message>
   <source>Trông liên tục, chờ bác sĩ quyết định</source>
   <translation>Constant watch until doctor decides</translation>
  </message>
  <message>
   <source>Trùng họ tên (không xét dấu)</source>
   <translation>Same full name (accents ignored)</translation>
  </message>
  <message>
   <source>Trùng ngày sinh</source>
   <translation>Same date of birth</translation>
  </message>
  <message>
   <source>Trùng nhóm thuốc</source>
   <translation>Same medicine group</translation>
  </message>
  <message>
   <source>Trùng năm sinh</source>
   <translation>Same year of birth</translation>
  </message>
  <message>
   <source>Trùng số giấy tờ</source>
   <translation>Same ID document number</translation>
  </message>
  <message>
   <source>Trùng tên cha hoặc mẹ</source>
   <translation>Same name of father or mother</translation>
  </message>
  <message>
   <source>Trùng với một tên gọi khác</source>
   <translation>Same as an other name</translation>
  </message>
  <message>
   <source>Trưa</source>
   <translation>Noon</translation>
  </message>
  <message>
   <source>Trước khi ra cơ sở</source>
   <translation>Before discharge</translation>
  </message>
  <message>
   <source>Trường giáo dưỡng</source>
   <translation>Reform school</translation>
  </message>
  <message>
   <source>Trả cho người cai nghiện dùng</source>
   <translation>Returned to resident for use</translation>
  </message>
  <message>
   <source>Trả lại khi ra cơ sở</source>
   <translation>Returned at discharge</translation>
  </message>
  <message>
   <source>Trả lại liều không dùng</source>
   <translation>Unused dose returned</translation>
  </message>
  <message>
   <source>Trị liệu tâm lý</source>
   <translation>Psychological therapy</translation>
  </message>
  <message>
   <source>Trục liên thông văn bản</source>
   <translation>Document exchange network</translation>
  </message>
  <message>
   <source>Tuổi</source>
   <translation>Age</translation>
  </message>
  <message>
   <source>Tài khoản</source>
   <translation>Account</translation>
  </message>
  <message>
   <source>Tài khoản VNeID</source>
   <translation>VNeID account</translation>
  </message>
  <message>
   <source>Tài liệu khác</source>
   <translation>Other document</translation>
  </message>
  <message>
   <source>Tài liệu kèm theo</source>
   <translation>Enclosure</translation>
  </message>
  <message>
   <source>Tài liệu y tế</source>
   <translation>Medical document</translation>
  </message>
  <message>
   <source>Tài liệu đính kèm</source>
   <translation>Attachment</translation>
  </message>
  <message>
   <source>Tái phạm sau biện pháp giáo dục tại xã</source>
   <translation>Offended again after education in the commune</translation>
  </message>
  <message>
   <source>Tên</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Tên (chữ cuối)</source>
   <translation>Given name (last word)</translation>
  </message>
  <message>
   <source>Tên bản quét</source>
   <translation>Name of scan</translation>
  </message>
  <message>
   <source>Tên cũ trên giấy tờ</source>
   <translation>Former name on ID documents</translation>
  </message>
  <message>
   <source>Tên gọi khác</source>
   <translation>Other name</translation>
  </message>
  <message>
   <source>Tên loại và trích yếu</source>
   <translation>Type and subject</translation>
  </message>
  <message>
   <source>Tên nơi nhận</source>
   <translation>Name of recipient</translation>
  </message>
  <message>
   <source>Tên tài liệu</source>
   <translation>Document name</translation>
  </message>
  <message>
   <source>Tình trạng</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Tình trạng hôn nhân</source>
   <translation>Marital status</translation>
  </message>
  <message>
   <source>Tình trạng sức khỏe</source>
   <translation>State of health</translation>
  </message>
  <message>
   <source>Tình trạng việc làm</source>
   <translation>Employment status</translation>
  </message>
  <message>
   <source>Tòa án</source>
   <translation>Court</translation>
  </message>
  <message>
   <source>Tòa án không áp dụng biện pháp bắt buộc</source>
   <translation>Court does not apply the compulsory measure</translation>
  </message>
  <message>
   <source>Tôn giáo</source>
   <translation>Religion</translation>
  </message>
  <message>
   <source>Tư thế</source>
   <translation>Pose</translation>
  </message>
  <message>
   <source>Tư vấn tâm lý, phục hồi hành vi</source>
   <translation>Psychological counselling, behavioural recovery</translation>
  </message>
  <message>
   <source>Tư vấn xây dựng kế hoạch tái hòa nhập</source>
   <translation>Counselling on the reintegration plan</translation>
  </message>
  <message>
   <source>Tương tác thuốc</source>
   <translation>Medicine interaction</translation>
  </message>
  <message>
   <source>Tạm giữ, tạm giam</source>
   <translation>Custody or remand</translation>
  </message>
  <message>
   <source>Tạm ngừng</source>
   <translation>Paused</translation>
  </message>
  <message>
   <source>Tạm thời ra ngoài theo yêu cầu tố tụng</source>
   <translation>Temporarily out for proceedings</translation>
  </message>
  <message>
   <source>Tạm thời đưa ra khỏi cơ sở theo yêu cầu tố tụng</source>
   <translation>Temporary removal for proceedings</translation>
  </message>
  <message>
   <source>Tạm vắng</source>
   <translation>Temporarily absent</translation>
  </message>
  <message>
   <source>Tạm đình chỉ</source>
   <translation>Suspended</translation>
  </message>
  <message>
   <source>Tạm đình chỉ chấp hành</source>
   <translation>Suspension</translation>
  </message>
  <message>
   <source>Tạm đình chỉ chấp hành quyết định</source>
   <translation>Suspension of the decision</translation>
  </message>
  <message>
   <source>Tất (đôi)</source>
   <translation>Socks (pairs)</translation>
  </message>
  <message>
   <source>Tần suất sử dụng</source>
   <translation>Frequency of use</translation>
  </message>
  <message>
   <source>Tần suất xảy ra</source>
   <translation>Frequency of occurrence</translation>
  </message>
  <message>
   <source>Tỉnh</source>
   <translation>Alert</translation>
  </message>
  <message>
   <source>Tỉnh trong số định danh</source>
   <translation>Province in the personal ID number</translation>
  </message>
  <message>
   <source>Tối</source>
   <translation>Evening</translation>
  </message>
  <message>
   <source>Tốt</source>
   <translation>Good</translation>
  </message>
  <message>
   <source>Tồn đầu kỳ</source>
   <translation>Opening stock</translation>
  </message>
  <message>
   <source>Tội danh, hành vi</source>
   <translation>Offence or act</translation>
  </message>
  <message>
   <source>Tủ khóa thuốc gây nghiện, hướng thần, tiền chất</source>
   <translation>Locked cabinet for narcotics, psychotropics, precursors</translation>
  </message>
  <message>
   <source>Tủ thuốc trực</source>
   <translation>Duty cabinet</translation>
  </message>
  <message>
   <source>Từ chối</source>
   <translation>Refused</translation>
  </message>
  <message>
   <source>Từ chối ký</source>
   <translation>Refuses to sign</translation>
  </message>
  <message>
   <source>Từ chối, không lấy mẫu</source>
   <translation>Refused, no sample taken</translation>
  </message>
  <message>
   <source>Từ ngày</source>
   <translation>From</translation>
  </message>
  <message>
   <source>Tự nguyện xin thôi</source>
   <translation>Left at own wish</translation>
  </message>
  <message>
   <source>Tự ý chấm dứt</source>
   <translation>Self-terminated</translation>
  </message>
  <message>
   <source>Tự ý chấm dứt cai nghiện tự nguyện</source>
   <translation>Self-terminated voluntary rehabilitation</translation>
  </message>
  <message>
   <source>Tự ý chấm dứt điều trị thay thế</source>
   <translation>Self-terminated substitution treatment</translation>
  </message>
  <message>
   <source>Tự ý rời cơ sở (tự nguyện)</source>
   <translation>Left the facility without leave (voluntary)</translation>
  </message>
  <message>
   <source>Unicode</source>
   <translation>Unicode</translation>
  </message>
  <message>
   <source>Unicode (UTF-16)</source>
   <translation>Unicode (UTF-16)</translation>
  </message>
  <message>
   <source>Unicode (UTF-8)</source>
   <translation>Unicode (UTF-8)</translation>
  </message>
  <message>
   <source>Unicode tổ hợp</source>
   <translation>Unicode (combining)</translation>
  </message>
  <message>
   <source>Uống</source>
   <translation>Oral</translation>
  </message>
  <message>
   <source>V. Đánh giá, chuẩn bị tái hòa nhập</source>
   <translation>V. Evaluation, preparation for reintegration</translation>
  </message>
  <message>
   <source>VNI</source>
   <translation>VNI</translation>
  </message>
  <message>
   <source>Vai trò</source>
   <translation>Roles</translation>
  </message>
  <message>
   <source>Vay vốn (học nghề, sản xuất, kinh doanh, tạo việc làm)</source>
   <translation>Loans (training, production, business, job creation)</translation>
  </message>
  <message>
   <source>Vi phạm hành chính khác</source>
   <translation>Other administrative violation</translation>
  </message>
  <message>
   <source>Vi phạm hành chính về ma túy</source>
   <translation>Drug-related administrative violation</translation>
  </message>
  <message>
   <source>Vi phạm lần thứ ba</source>
   <translation>Third violation</translation>
  </message>
  <message>
   <source>Viêm gan B</source>
   <translation>Hepatitis B</translation>
  </message>
  <message>
   <source>Viêm gan C</source>
   <translation>Hepatitis C</translation>
  </message>
  <message>
   <source>Việc</source>
   <translation>Action</translation>
  </message>
  <message>
   <source>Việc khác</source>
   <translation>Other</translation>
  </message>
  <message>
   <source>Việc làm, sinh kế</source>
   <translation>Work, livelihood</translation>
  </message>
  <message>
   <source>Viện kiểm sát</source>
   <translation>Procuracy</translation>
  </message>
  <message>
   <source>Vàng da, vàng mắt</source>
   <translation>Jaundice, yellow eyes</translation>
  </message>
  <message>
   <source>Văn bản do cơ sở ban hành nhưng đã hủy</source>
   <translation>Document issued by the facility but void</translation>
  </message>
  <message>
   <source>Văn bản này đề ngày trước văn bản mang số liền trước. Hãy kiểm tra lại ngày ban hành.</source>
   <translation>This document is dated before the one with the preceding number. Check the date of issue.</translation>
  </message>
  <message>
   <source>Văn bản y tế</source>
   <translation>Medical document</translation>
  </message>
  <message>
   <source>Văn bản đi</source>
   <translation>Outgoing documents</translation>
  </message>
  <message>
   <source>Văn bản đến</source>
   <translation>Incoming documents</translation>
  </message>
  <message>
   <source>Văn bằng, chứng chỉ</source>
   <translation>Degrees and certificates</translation>
  </message>
  <message>
   <source>Vật mang, phải ghi chất</source>
   <translation>Carrier, substance needed</translation>
  </message>
  <message>
   <source>Vắng</source>
   <translation>Absent</translation>
  </message>
  <message>
   <source>Vắng không rõ lý do</source>
   <translation>Absent, reason unknown</translation>
  </message>
  <message>
   <source>Vết thương mới</source>
   <translation>Fresh wound</translation>
  </message>
  <message>
   <source>Vết thương, lở loét</source>
   <translation>Wounds, ulcers</translation>
  </message>
  <message>
   <source>Vết tiêm</source>
   <translation>Injection marks</translation>
  </message>
  <message>
   <source>Về</source>
   <translation>About</translation>
  </message>
  <message>
   <source>Về chịu tang</source>
   <translation>Funeral leave</translation>
  </message>
  <message>
   <source>Vỡ, hỏng</source>
   <translation>Broken, spoilt</translation>
  </message>
  <message>
   <source>Vợ, chồng</source>
   <translation>Spouse</translation>
  </message>
  <message>
   <source>Vừa</source>
   <translation>Moderate</translation>
  </message>
  <message>
   <source>Windows-1252 (phương Tây)</source>
   <translation>Windows-1252 (Western)</translation>
  </message>
  <message>
   <source>Windows-1252 (đọc nhầm)</source>
   <translation>Windows-1252 (misread)</translation>
  </message>
  <message>
   <source>Windows-1258 (tiếng Việt)</source>
   <translation>Windows-1258 (Vietnamese)</translation>
  </message>
  <message>
   <source>Xong</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>Xuất cho người bệnh</source>
   <translation>Given to patient</translation>
  </message>
  <message>
   <source>Xuất sang nơi khác</source>
   <translation>Moved out</translation>
  </message>
  <message>
   <source>Xà phòng (g)</source>
   <translation>Soap (g)</translation>
  </message>
  <message>
   <source>Xác nhận của Trưởng Công an cấp xã nơi tổ chức tang lễ</source>
   <translation>Confirmation of the head of the commune police where the funeral is held</translation>
  </message>
  <message>
   <source>Xác định</source>
   <translation>Definite</translation>
  </message>
  <message>
   <source>Xét nghiệm dương tính chất dạng thuốc phiện từ 2 lần</source>
   <translation>Opioid test positive 2 times or more</translation>
  </message>
  <message>
   <source>Xét nghiệm khẳng định</source>
   <translation>Confirmatory test</translation>
  </message>
  <message>
   <source>Xét nghiệm nhanh chưa khẳng định: trưởng cơ sở quyết định trước khi gửi</source>
   <translation>Rapid test not confirmed: the head of facility decides before sending</translation>
  </message>
  <message>
   <source>Xét nghiệm nhanh, chưa khẳng định</source>
   <translation>Rapid test, not confirmed</translation>
  </message>
  <message>
   <source>Xịt mũi</source>
   <translation>Nasal spray</translation>
  </message>
  <message>
   <source>Yên ổn</source>
   <translation>Calm</translation>
  </message>
  <message>
   <source>bảng tính Excel (.xlsx)</source>
   <translation>Excel spreadsheet (.xlsx)</translation>
  </message>
  <message>
   <source>bảng tính Excel 97–2003 (.xls)</source>
   <translation>Excel 97–2003 spreadsheet (.xls)</translation>
  </message>
  <message>
   <source>bảng tính OpenDocument (.ods)</source>
   <translation>OpenDocument spreadsheet (.ods)</translation>
  </message>
  <message>
   <source>chưa tới</source>
   <translation>not yet</translation>
  </message>
  <message>
   <source>chưa được</source>
   <translation>failed</translation>
  </message>
  <message>
   <source>chấm phẩy</source>
   <translation>semicolons</translation>
  </message>
  <message>
   <source>chờ</source>
   <translation>waiting</translation>
  </message>
  <message>
   <source>các mốc ngày</source>
   <translation>day marks</translation>
  </message>
  <message>
   <source>cái, bộ, đôi</source>
   <translation>pieces, sets, pairs</translation>
  </message>
  <message>
   <source>cấp thêm khi cần</source>
   <translation>extra when needed</translation>
  </message>
  <message>
   <source>g</source>
   <translation>g</translation>
  </message>
  <message>
   <source>gam</source>
   <translation>grams</translation>
  </message>
  <message>
   <source>giới tính (Nam hoặc Nữ)</source>
   <translation>sex (male or female)</translation>
  </message>
  <message>
   <source>giờ</source>
   <translation>hours</translation>
  </message>
  <message>
   <source>gói</source>
   <translation>sachet</translation>
  </message>
  <message>
   <source>gạch đứng</source>
   <translation>vertical bars</translation>
  </message>
  <message>
   <source>hệ số</source>
   <translation>coefficient</translation>
  </message>
  <message>
   <source>họ tên</source>
   <translation>full name</translation>
  </message>
  <message>
   <source>khi vào cơ sở</source>
   <translation>on entry</translation>
  </message>
  <message>
   <source>không cần</source>
   <translation>not needed</translation>
  </message>
  <message>
   <source>lần</source>
   <translation>times</translation>
  </message>
  <message>
   <source>lẫn nhiều bảng mã</source>
   <translation>several encodings mixed</translation>
  </message>
  <message>
   <source>lọ</source>
   <translation>vial</translation>
  </message>
  <message>
   <source>mcg</source>
   <translation>mcg</translation>
  </message>
  <message>
   <source>mg</source>
   <translation>mg</translation>
  </message>
  <message>
   <source>miếng dán</source>
   <translation>patch</translation>
  </message>
  <message>
   <source>ml</source>
   <translation>ml</translation>
  </message>
  <message>
   <source>m²</source>
   <translation>m²</translation>
  </message>
  <message>
   <source>mỗi 02 năm</source>
   <translation>every 2 years</translation>
  </message>
  <message>
   <source>mỗi năm</source>
   <translation>every year</translation>
  </message>
  <message>
   <source>mỗi tháng</source>
   <translation>every month</translation>
  </message>
  <message>
   <source>ngày</source>
   <translation>days</translation>
  </message>
  <message>
   <source>ngày cấp</source>
   <translation>date of issue</translation>
  </message>
  <message>
   <source>ngày cấp (không trước ngày sinh, không sau hôm nay)</source>
   <translation>date of issue (not before the date of birth, not after today)</translation>
  </message>
  <message>
   <source>ngày làm việc</source>
   <translation>working days</translation>
  </message>
  <message>
   <source>ngày sinh</source>
   <translation>date of birth</translation>
  </message>
  <message>
   <source>ngày sinh (từ 01/01/1900 đến hôm nay)</source>
   <translation>date of birth (from 01/01/1900 to today)</translation>
  </message>
  <message>
   <source>ngày trong tháng</source>
   <translation>day of the month</translation>
  </message>
  <message>
   <source>người</source>
   <translation>people</translation>
  </message>
  <message>
   <source>năm</source>
   <translation>years</translation>
  </message>
  <message>
   <source>năm sinh (từ 1900 đến năm nay)</source>
   <translation>year of birth (from 1900 to this year)</translation>
  </message>
  <message>
   <source>phút</source>
   <translation>minutes</translation>
  </message>
  <message>
   <source>phần trăm, cộng lại đủ 100</source>
   <translation>percentages adding up to 100</translation>
  </message>
  <message>
   <source>phẩy</source>
   <translation>commas</translation>
  </message>
  <message>
   <source>số chứng minh nhân dân cũ (9 chữ số, hoặc 12 với thẻ cấp 2012–2016)</source>
   <translation>old people’s identity card number (9 digits, or 12 on cards issued 2012–2016)</translation>
  </message>
  <message>
   <source>số căn cước (12 chữ số)</source>
   <translation>identity card number (12 digits)</translation>
  </message>
  <message>
   <source>số phần ngăn bằng dấu | (cần ít nhất 7)</source>
   <translation>the number of parts separated by | (at least 7 are needed)</translation>
  </message>
  <message>
   <source>tab</source>
   <translation>tabs</translation>
  </message>
  <message>
   <source>thiếu</source>
   <translation>due</translation>
  </message>
  <message>
   <source>tháng</source>
   <translation>months</translation>
  </message>
  <message>
   <source>thứ trong tuần, 1 là thứ Hai, 7 là Chủ nhật</source>
   <translation>days of the week, 1 is Monday, 7 is Sunday</translation>
  </message>
  <message>
   <source>tệp văn bản (.csv)</source>
   <translation>text file (.csv)</translation>
  </message>
  <message>
   <source>viên</source>
   <translation>tablet</translation>
  </message>
  <message>
   <source>viên nang</source>
   <translation>capsule</translation>
  </message>
  <message>
   <source>xong</source>
   <translation>done</translation>
  </message>
  <message>
   <source>°C</source>
   <translation>°C</translation>
  </message>
  <message>
   <source>Áo mưa (chiếc)</source>
   <translation>Raincoats (pcs)</translation>
  </message>
  <message>
   <source>Áo ấm (chiếc)</source>
   <translation>Warm coats (pcs)</translation>
  </message>
  <message>
   <source>Âm tính</source>
   <translation>Negative</translation>
  </message>
  <message>
   <source>Âm tính (2 vạch)</source>
   <translation>Negative (2 lines)</translation>
  </message>
  <message>
   <source>Ông, bà</source>
   <translation>Grandparent</translation>
  </message>
  <message>
   <source>Đa khoa</source>
   <translation>General medicine</translation>
  </message>
  <message>
   <source>Đang bị tạm giữ, tạm giam</source>
   <translation>In custody or remand</translation>
  </message>
  <message>
   <source>Đang bỏ trốn</source>
   <translation>Escaped</translation>
  </message>
  <message>
   <source>Đang chấp hành án phạt tù</source>
   <translation>Serving a prison sentence</translation>
  </message>
  <message>
   <source>Đang có hiệu lực</source>
   <translation>In force</translation>
  </message>
  <message>
   <source>Đang dùng</source>
   <translation>In use</translation>
  </message>
  <message>
   <source>Đang làm</source>
   <translation>Partly</translation>
  </message>
  <message>
   <source>Đang lập hồ sơ đề nghị cai nghiện bắt buộc</source>
   <translation>File for compulsory rehabilitation in preparation</translation>
  </message>
  <message>
   <source>Đang mang thai</source>
   <translation>Pregnant</translation>
  </message>
  <message>
   <source>Đang nằm viện</source>
   <translation>In hospital</translation>
  </message>
  <message>
   <source>Đang tạm đình chỉ</source>
   <translation>Suspended</translation>
  </message>
  <message>
   <source>Đang vắng mặt</source>
   <translation>Absent now</translation>
  </message>
  <message>
   <source>Đang về chịu tang</source>
   <translation>On funeral leave</translation>
  </message>
  <message>
   <source>Đang điều chuyển</source>
   <translation>In facility transfer</translation>
  </message>
  <message>
   <source>Đang ở cơ sở</source>
   <translation>In the facility</translation>
  </message>
  <message>
   <source>Đi chấp hành án phạt tù</source>
   <translation>Gone to serve a prison sentence</translation>
  </message>
  <message>
   <source>Đi viện</source>
   <translation>Hospital</translation>
  </message>
  <message>
   <source>Điều chuyển</source>
   <translation>Transfer</translation>
  </message>
  <message>
   <source>Điều chuyển cơ sở</source>
   <translation>Facility transfer</translation>
  </message>
  <message>
   <source>Điều chuyển đến cơ sở khác</source>
   <translation>Transferred to another facility</translation>
  </message>
  <message>
   <source>Điều chỉnh</source>
   <translation>Adjustment</translation>
  </message>
  <message>
   <source>Điều chỉnh dòng ghi sai</source>
   <translation>Adjustment of a wrong entry</translation>
  </message>
  <message>
   <source>Điều trị bằng thuốc thay thế</source>
   <translation>Substitution treatment</translation>
  </message>
  <message>
   <source>Điều trị các bệnh lý khác</source>
   <translation>Treatment of other illnesses</translation>
  </message>
  <message>
   <source>Điều trị cắt cơn, giải độc</source>
   <translation>Detoxification</translation>
  </message>
  <message>
   <source>Điều trị cắt cơn, giải độc, rối loạn tâm thần và các bệnh lý khác</source>
   <translation>Treatment: detoxification, mental disorders and other illnesses</translation>
  </message>
  <message>
   <source>Điều trị cắt cơn, giải độc, điều trị rối loạn tâm thần</source>
   <translation>Detoxification, treatment of mental disorders</translation>
  </message>
  <message>
   <source>Điều trị nghiện bằng thuốc thay thế</source>
   <translation>Substitution treatment of addiction</translation>
  </message>
  <message>
   <source>Điều trị ngoài cơ sở</source>
   <translation>Treated outside the facility</translation>
  </message>
  <message>
   <source>Điều trị phục hồi hành vi</source>
   <translation>Behavioural recovery treatment</translation>
  </message>
  <message>
   <source>Điều trị phục hồi tâm thần</source>
   <translation>Mental recovery treatment</translation>
  </message>
  <message>
   <source>Điều trị rối loạn tâm thần do sử dụng ma túy</source>
   <translation>Treatment of mental disorders due to drug use</translation>
  </message>
  <message>
   <source>Điều trị thay thế</source>
   <translation>Substitution treatment</translation>
  </message>
  <message>
   <source>Điều trị tại cơ sở khám bệnh, chữa bệnh</source>
   <translation>Treatment in a medical facility</translation>
  </message>
  <message>
   <source>Điện thoại</source>
   <translation>Phone</translation>
  </message>
  <message>
   <source>Điện thoại người cần báo tin</source>
   <translation>Emergency contact’s phone</translation>
  </message>
  <message>
   <source>Đánh giá kế hoạch theo các mục tiêu</source>
   <translation>Evaluation of the plan against its goals</translation>
  </message>
  <message>
   <source>Đánh giá nhận thức, hành vi</source>
   <translation>Assessment of awareness and behaviour</translation>
  </message>
  <message>
   <source>Đánh giá sức khỏe, kỹ năng lao động</source>
   <translation>Assessment of health and work skills</translation>
  </message>
  <message>
   <source>Đánh giá y tế</source>
   <translation>Medical assessment</translation>
  </message>
  <message>
   <source>Đánh giá ảnh hưởng của ma túy</source>
   <translation>Assessment of the effects of drugs</translation>
  </message>
  <message>
   <source>Đáp ứng khi đau</source>
   <translation>Responds to pain</translation>
  </message>
  <message>
   <source>Đáp ứng lời gọi</source>
   <translation>Responds to voice</translation>
  </message>
  <message>
   <source>Đã ban hành</source>
   <translation>Issued</translation>
  </message>
  <message>
   <source>Đã bàn giao mai táng, hoặc cơ sở đã mai táng</source>
   <translation>Handed over for burial, or buried by the facility</translation>
  </message>
  <message>
   <source>Đã báo Công an cấp xã đã lập hồ sơ</source>
   <translation>Commune police that made the file notified</translation>
  </message>
  <message>
   <source>Đã báo Viện kiểm sát nhân dân khu vực</source>
   <translation>Regional People’s Procuracy notified</translation>
  </message>
  <message>
   <source>Đã báo cha, mẹ, người giám hộ, gia đình</source>
   <translation>Father, mother, guardian, family notified</translation>
  </message>
  <message>
   <source>Đã báo cáo Công an cấp tỉnh</source>
   <translation>Reported to the provincial police</translation>
  </message>
  <message>
   <source>Đã báo cơ quan y tế gần nhất</source>
   <translation>Nearest health authority notified</translation>
  </message>
  <message>
   <source>Đã báo cơ quan điều tra</source>
   <translation>Investigating authority notified</translation>
  </message>
  <message>
   <source>Đã báo thân nhân</source>
   <translation>Relatives notified</translation>
  </message>
  <message>
   <source>Đã cho phép, chưa đi</source>
   <translation>Allowed, not yet gone</translation>
  </message>
  <message>
   <source>Đã chấp hành</source>
   <translation>Served</translation>
  </message>
  <message>
   <source>Đã có</source>
   <translation>On file</translation>
  </message>
  <message>
   <source>Đã duyệt, chờ phát</source>
   <translation>Approved, to be issued</translation>
  </message>
  <message>
   <source>Đã dùng</source>
   <translation>Given</translation>
  </message>
  <message>
   <source>Đã gọi y tế</source>
   <translation>Medical staff called</translation>
  </message>
  <message>
   <source>Đã hết hạn</source>
   <translation>Expired</translation>
  </message>
  <message>
   <source>Đã hủy</source>
   <translation>Void</translation>
  </message>
  <message>
   <source>Đã hủy ngày</source>
   <translation>Voided on</translation>
  </message>
  <message>
   <source>Đã kiểm tra sức khỏe khi trở lại</source>
   <translation>Health checked on return</translation>
  </message>
  <message>
   <source>Đã kiểm tra tình trạng sử dụng ma túy khi trở lại</source>
   <translation>Checked for drug use on return</translation>
  </message>
  <message>
   <source>Đã kết thúc</source>
   <translation>Ended</translation>
  </message>
  <message>
   <source>Đã lập biên bản xác nhận nguyên nhân chết</source>
   <translation>Minutes confirming the cause of death made</translation>
  </message>
  <message>
   <source>Đã phát</source>
   <translation>Issued</translation>
  </message>
  <message>
   <source>Đã phê duyệt</source>
   <translation>Approved</translation>
  </message>
  <message>
   <source>Đã ra cơ sở</source>
   <translation>Discharged</translation>
  </message>
  <message>
   <source>Đã ra khỏi cơ sở</source>
   <translation>Discharged</translation>
  </message>
  <message>
   <source>Đã thu hồi</source>
   <translation>Revoked</translation>
  </message>
  <message>
   <source>Đã thôi</source>
   <translation>Called off</translation>
  </message>
  <message>
   <source>Đã trở lại</source>
   <translation>Returned</translation>
  </message>
  <message>
   <source>Đã tìm kiếm</source>
   <translation>Searched</translation>
  </message>
  <message>
   <source>Đã được thông báo</source>
   <translation>Informed</translation>
  </message>
  <message>
   <source>Đã đề nghị hủy</source>
   <translation>Destruction requested</translation>
  </message>
  <message>
   <source>Đã đọc văn bản</source>
   <translation>Legal text read</translation>
  </message>
  <message>
   <source>Đón về</source>
   <translation>Way back</translation>
  </message>
  <message>
   <source>Đúng bộ giấy tờ do cơ sở lập, nhưng sau đó giấy tờ trong bộ đã thay đổi. Hãy hỏi cơ sở bộ mới.</source>
   <translation>Genuine packet made by the facility, but papers in it have changed since. Ask the facility for the new packet.</translation>
  </message>
  <message>
   <source>Đúng mã do cơ sở khác ký; hãy hỏi cơ sở đó văn bản còn giá trị không</source>
   <translation>Genuine code signed by another facility; ask that facility whether the document is still in force</translation>
  </message>
  <message>
   <source>Đúng văn bản do cơ sở ban hành, còn giá trị</source>
   <translation>Genuine document issued by the facility, in force</translation>
  </message>
  <message>
   <source>Đăng ký cai nghiện tự nguyện</source>
   <translation>Registered for voluntary rehabilitation</translation>
  </message>
  <message>
   <source>Đăng ký thực hiện giai đoạn tại cơ sở</source>
   <translation>Registered for stages in the facility</translation>
  </message>
  <message>
   <source>Đơn vị hành chính</source>
   <translation>Administrative unit</translation>
  </message>
  <message>
   <source>Đưa vào cơ sở giáo dục bắt buộc</source>
   <translation>Sent to a compulsory education facility</translation>
  </message>
  <message>
   <source>Đưa đi</source>
   <translation>Way out</translation>
  </message>
  <message>
   <source>Được giảm</source>
   <translation>Reduced</translation>
  </message>
  <message>
   <source>Được phép hủy</source>
   <translation>May be destroyed</translation>
  </message>
  <message>
   <source>Được trừ</source>
   <translation>Credited</translation>
  </message>
  <message>
   <source>Được tính vào thời hạn</source>
   <translation>Counts towards the term</translation>
  </message>
  <message>
   <source>Được vượt khi có người thứ hai và lý do</source>
   <translation>Override with a second person and a reason</translation>
  </message>
  <message>
   <source>Được xác định nghiện trong thời gian quản lý sau cai nghiện</source>
   <translation>Found addicted during post-rehabilitation management</translation>
  </message>
  <message>
   <source>Đại học trở lên</source>
   <translation>University or higher</translation>
  </message>
  <message>
   <source>Đạt</source>
   <translation>Passed</translation>
  </message>
  <message>
   <source>Đầu</source>
   <translation>Head</translation>
  </message>
  <message>
   <source>Đặc điểm khác</source>
   <translation>Other mark</translation>
  </message>
  <message>
   <source>Đặc điểm nhận dạng</source>
   <translation>Identifying mark</translation>
  </message>
  <message>
   <source>Đến ngày</source>
   <translation>To</translation>
  </message>
  <message>
   <source>Đề nghị</source>
   <translation>Request</translation>
  </message>
  <message>
   <source>Đề nghị (V-46)</source>
   <translation>Request (V-46)</translation>
  </message>
  <message>
   <source>Địa chỉ</source>
   <translation>Address</translation>
  </message>
  <message>
   <source>Địa điểm</source>
   <translation>Place</translation>
  </message>
  <message>
   <source>Địa điểm cai nghiện</source>
   <translation>Place of rehabilitation</translation>
  </message>
  <message>
   <source>Đối tượng chính sách</source>
   <translation>Social policy group</translation>
  </message>
  <message>
   <source>Đồ vệ sinh phụ nữ (đồng)</source>
   <translation>Feminine hygiene (dong)</translation>
  </message>
  <message>
   <source>Đồng ý</source>
   <translation>Consented</translation>
  </message>
  <message>
   <source>Đủ 18 tuổi trong thời gian trốn tránh</source>
   <translation>Turned 18 while evading</translation>
  </message>
  <message>
   <source>đang làm</source>
   <translation>in progress</translation>
  </message>
  <message>
   <source>đang lập</source>
   <translation>in progress</translation>
  </message>
  <message>
   <source>đồng</source>
   <translation>dong</translation>
  </message>
  <message>
   <source>Ảnh chân dung</source>
   <translation>Portrait photo</translation>
  </message>
  <message>
   <source>Ảnh người</source>
   <translation>Photo of the person</translation>
  </message>
  <message>
   <source>ống</source>
   <translation>ampoule</translation>
  </message>
  <message>
   <source>Ở cơ sở</source>
   <translation>In the facility</translation>
  </message>
  <message>
   <source>Ở nơi khác, có lý do</source>
   <translation>Elsewhere, with reason</translation>
  </message>
  <message>
   <source>Ủy ban nhân dân</source>
   <translation>People’s Committee</translation>
  </message>
 </context>
 <context>
  <name>treatment</name>
  <message>
   <source>Ghi nhầm</source>
   <translation>Recorded by mistake</translation>
  </message>
  <message>
   <source>Huyết áp {systolic}/{diastolic}: tâm trương không thấp hơn tâm thu. Có ghi ngược không?</source>
   <translation>Blood pressure {systolic}/{diastolic}: diastolic is not below systolic. Were the two swapped?</translation>
  </message>
  <message>
   <source>Lần cai nghiện ghi nhầm</source>
   <translation>Stay recorded by mistake</translation>
  </message>
  <message>
   <source>Phân loại khi đến</source>
   <translation>Triage on arrival</translation>
  </message>
  <message>
   <source>Thang đánh giá cho thấy nguy cơ tự hại</source>
   <translation>The rating scale shows a risk of self-harm</translation>
  </message>
  <message>
   <source>{sign} {value} {unit}: ngoài khoảng {least}–{most}. Có phải {maybe}, hay đúng là {value}?</source>
   <translation>{sign} {value} {unit}: outside {least}–{most}. Is it {maybe}, or is {value} right?</translation>
  </message>
  <message>
   <source>{sign} {value} {unit}: ngoài khoảng {least}–{most}. Đúng là {value}?</source>
   <translation>{sign} {value} {unit}: outside {least}–{most}. Is {value} right?</translation>
  </message>
  <message>
   <source>Đã ra cơ sở</source>
   <translation>Discharged</translation>
  </message>
 </context>
 <context>
  <name>ui</name>
  <message>
   <source>&amp;Chép chi tiết</source>
   <translation>&amp;Copy details</translation>
  </message>
  <message>
   <source>&amp;Cỡ chữ</source>
   <translation>&amp;Text size</translation>
  </message>
  <message>
   <source>&amp;Hoàn tác</source>
   <translation>&amp;Undo</translation>
  </message>
  <message>
   <source>&amp;Khóa màn hình</source>
   <translation>&amp;Lock screen</translation>
  </message>
  <message>
   <source>&amp;Lý do</source>
   <translation>&amp;Reason</translation>
  </message>
  <message>
   <source>&amp;Mặt giấy</source>
   <translation>&amp;Sides</translation>
  </message>
  <message>
   <source>&amp;Thoát chương trình</source>
   <translation>E&amp;xit program</translation>
  </message>
  <message>
   <source>&amp;Thử lại</source>
   <translation>&amp;Try again</translation>
  </message>
  <message>
   <source>&amp;Trang</source>
   <translation>Pa&amp;ges</translation>
  </message>
  <message>
   <source>&amp;Vì sao có mục không được?</source>
   <translation>&amp;Why are some unavailable?</translation>
  </message>
  <message>
   <source>(để trống)</source>
   <translation>(empty)</translation>
  </message>
  <message>
   <source>Bảng tính Excel (*.xlsx)</source>
   <translation>Excel spreadsheet (*.xlsx)</translation>
  </message>
  <message>
   <source>Bắt đầu việc</source>
   <translation>Start an action</translation>
  </message>
  <message>
   <source>Bỏ</source>
   <translation>Discard</translation>
  </message>
  <message>
   <source>Bỏ các mục vừa gõ</source>
   <translation>Discard what I typed</translation>
  </message>
  <message>
   <source>Bỏ cách xem</source>
   <translation>Remove view</translation>
  </message>
  <message>
   <source>Bỏ lọc</source>
   <translation>Clear filter</translation>
  </message>
  <message>
   <source>Bỏ tìm và lọc</source>
   <translation>Clear search and filters</translation>
  </message>
  <message>
   <source>Bớt một bản</source>
   <translation>One copy fewer</translation>
  </message>
  <message>
   <source>Chưa giữ được bản nháp: hãy lưu sớm.</source>
   <translation>The draft could not be kept: save soon.</translation>
  </message>
  <message>
   <source>Chưa lưu cách xem nào</source>
   <translation>No saved views yet</translation>
  </message>
  <message>
   <source>Chưa lưu được</source>
   <translation>Not saved</translation>
  </message>
  <message>
   <source>Chưa lưu được: có {count} chỗ cần sửa</source>
   <translation>Not saved; places to correct: {count}</translation>
  </message>
  <message>
   <source>Chưa mở được</source>
   <translation>Could not be opened</translation>
  </message>
  <message>
   <source>Chưa tra được danh sách. Hãy gõ lại, hoặc đóng và mở lại trang này.</source>
   <translation>The list could not be searched. Type again, or close this page and open it again.</translation>
  </message>
  <message>
   <source>Chưa đọc được cảnh báo: hãy mở lại hồ sơ</source>
   <translation>Alerts could not be read: open the case file again</translation>
  </message>
  <message>
   <source>Chọn</source>
   <translation>Choose</translation>
  </message>
  <message>
   <source>Chọn cột</source>
   <translation>Choose columns</translation>
  </message>
  <message>
   <source>Chọn thư mục để lưu các tệp PDF</source>
   <translation>Choose a folder for the PDF files</translation>
  </message>
  <message>
   <source>Chủ Nhật</source>
   <translation>Sunday</translation>
  </message>
  <message>
   <source>Chữ này có vẻ viết bằng bảng mã {page}. Ý là:</source>
   <translation>This text seems to be in the encoding {page}. Did you mean:</translation>
  </message>
  <message>
   <source>Chữ đang gõ vẫn còn nguyên.</source>
   <translation>What you were typing is still there.</translation>
  </message>
  <message>
   <source>Ctrl+1…9 chuyển thẻ · Ctrl+P in</source>
   <translation>Ctrl+1…9 switch tabs · Ctrl+P print</translation>
  </message>
  <message>
   <source>Các trang</source>
   <translation>Pages</translation>
  </message>
  <message>
   <source>Các trang hướng dẫn</source>
   <translation>Pages of the manual</translation>
  </message>
  <message>
   <source>Cách xem đã lưu</source>
   <translation>Saved views</translation>
  </message>
  <message>
   <source>Còn {count} mục chưa lưu</source>
   <translation>Unsaved fields: {count}</translation>
  </message>
  <message>
   <source>Còn {count} mục cả hai cùng sửa, chưa chọn</source>
   <translation>Fields both have edited, not yet chosen: {count}</translation>
  </message>
  <message>
   <source>Có</source>
   <translation>Yes</translation>
  </message>
  <message>
   <source>Có ký tự hỏng (dấu {sign}). Hãy gõ lại chỗ đó thay vì dán từ nơi khác.</source>
   <translation>There are broken characters (sign {sign}). Type that part again instead of pasting it from elsewhere.</translation>
  </message>
  <message>
   <source>Công việc</source>
   <translation>Work</translation>
  </message>
  <message>
   <source>Cần quyền “{permission}”. Người có quyền: {roles}.</source>
   <translation>Needs the permission “{permission}”. Those who have it: {roles}.</translation>
  </message>
  <message>
   <source>Cần điền mục này.</source>
   <translation>This field must be filled in.</translation>
  </message>
  <message>
   <source>Cột như lúc đầu</source>
   <translation>Reset columns</translation>
  </message>
  <message>
   <source>Của người khác</source>
   <translation>Theirs</translation>
  </message>
  <message>
   <source>Của tôi</source>
   <translation>Mine</translation>
  </message>
  <message>
   <source>Danh sách chưa có gì.</source>
   <translation>The list is empty.</translation>
  </message>
  <message>
   <source>Danh sách này không xuất ra ngoài chương trình được.</source>
   <translation>This list cannot be exported from the program.</translation>
  </message>
  <message>
   <source>Dài {length} ký tự, chỉ lưu được {limit}. Hãy rút gọn, hoặc đính kèm thành tệp.</source>
   <translation>{length} characters long; only {limit} can be saved. Shorten it, or attach it as a file.</translation>
  </message>
  <message>
   <source>Dòng bị gạch bỏ rời khỏi danh sách nhưng vẫn còn trong dữ liệu, cùng người gạch, giờ và lý do.</source>
   <translation>A row struck out leaves the list but stays in the data, with who did it, when and why.</translation>
  </message>
  <message>
   <source>Dòng này đang khóa: {reason}</source>
   <translation>This row is locked: {reason}</translation>
  </message>
  <message>
   <source>Dùng các mục đã chọn</source>
   <translation>Use chosen fields</translation>
  </message>
  <message>
   <source>Enter sửa dòng đang chọn · Ctrl+N thêm dòng mới</source>
   <translation>Enter edit selected row · Ctrl+N add row</translation>
  </message>
  <message>
   <source>F1 trợ giúp · Ctrl+L khóa màn hình</source>
   <translation>F1 help · Ctrl+L lock screen</translation>
  </message>
  <message>
   <source>Giữ “{value}”</source>
   <translation>Keep “{value}”</translation>
  </message>
  <message>
   <source>Gõ mã {code} để xác nhận</source>
   <translation>Type the code {code} to confirm</translation>
  </message>
  <message>
   <source>Gõ tên tài khoản và mật khẩu của người ký thứ hai.</source>
   <translation>Type the account name and password of the second signatory.</translation>
  </message>
  <message>
   <source>Hãy chọn giữ bản nào ở từng mục. Những gì anh, chị vừa gõ vẫn còn đủ ở cột “Của tôi”.</source>
   <translation>Choose which version of each field to keep. All that you have typed is still there in the column “Mine”.</translation>
  </message>
  <message>
   <source>Hãy chọn một dòng trước.</source>
   <translation>Choose a row first.</translation>
  </message>
  <message>
   <source>Hãy chọn đúng một dòng trong danh sách trước.</source>
   <translation>Choose exactly one row in the list first.</translation>
  </message>
  <message>
   <source>Hãy đặt tên cho cách xem, ví dụ “Khu A, quá hạn”.</source>
   <translation>Name the view, for example “Zone A, overdue”.</translation>
  </message>
  <message>
   <source>Họ tên không có ký tự “{letter}”. Hãy xóa ký tự này hoặc gõ lại.</source>
   <translation>A full name does not contain the character “{letter}”. Delete it or type it again.</translation>
  </message>
  <message>
   <source>Hồ sơ này vừa được người khác lưu</source>
   <translation>Someone else has just saved this record</translation>
  </message>
  <message>
   <source>Hồ sơ đã được lưu lại sau lúc gõ dở, {time} ngày {day}.</source>
   <translation>The record was saved after what was typed, at {time} on {day}.</translation>
  </message>
  <message>
   <source>Khóa màn hình (Ctrl+L)</source>
   <translation>Lock screen (Ctrl+L)</translation>
  </message>
  <message>
   <source>Khôi phục</source>
   <translation>Recover</translation>
  </message>
  <message>
   <source>Khôi phục việc đang làm?</source>
   <translation>Recover unfinished work?</translation>
  </message>
  <message>
   <source>Không</source>
   <translation>No</translation>
  </message>
  <message>
   <source>Không có dòng nào khớp với điều đang tìm.</source>
   <translation>No rows match the search.</translation>
  </message>
  <message>
   <source>Không có mục nào khớp.</source>
   <translation>Nothing matches.</translation>
  </message>
  <message>
   <source>Không thấy “{typed}”. Thử ít chữ hơn, hoặc bốn số cuối của giấy tờ.</source>
   <translation>“{typed}” was not found. Try fewer letters, or the last four digits of an ID document.</translation>
  </message>
  <message>
   <source>Lý do cần ít nhất {count} chữ cái, để người đọc sau này hiểu vì sao.</source>
   <translation>The reason needs at least {count} letters, so that later readers understand why.</translation>
  </message>
  <message>
   <source>Lý do dài quá {limit} ký tự: bớt {over} ký tự nữa.</source>
   <translation>The reason is longer than {limit} characters: remove {over} more.</translation>
  </message>
  <message>
   <source>Lưu</source>
   <translation>Save</translation>
  </message>
  <message>
   <source>Lưu cách xem này</source>
   <translation>Save this view</translation>
  </message>
  <message>
   <source>Lưu cách xem này…</source>
   <translation>Save this view…</translation>
  </message>
  <message>
   <source>Lưu rồi rời</source>
   <translation>Save and leave</translation>
  </message>
  <message>
   <source>Lưu thành tệp PDF</source>
   <translation>Save as PDF file</translation>
  </message>
  <message>
   <source>Lấy lại chữ vừa gõ</source>
   <translation>Bring back what I typed</translation>
  </message>
  <message>
   <source>Màn hình khóa lúc {time}</source>
   <translation>Screen locked at {time}</translation>
  </message>
  <message>
   <source>Màn hình đang khóa</source>
   <translation>Screen locked</translation>
  </message>
  <message>
   <source>Máy &amp;in</source>
   <translation>P&amp;rinter</translation>
  </message>
  <message>
   <source>Máy này chưa có máy in nào. Hãy lưu thành tệp PDF rồi in ở máy khác, hoặc nối máy in và mở lại.</source>
   <translation>This computer has no printer. Save a PDF file and print it on another computer, or connect a printer and open this again.</translation>
  </message>
  <message>
   <source>Mã vừa gõ không phải {code}. Xem lại có đúng người, đúng hồ sơ không rồi gõ lại.</source>
   <translation>The code typed is not {code}. Check that this is the right person and case file, then type it again.</translation>
  </message>
  <message>
   <source>Mọi thẻ của hồ sơ</source>
   <translation>All tabs of the record</translation>
  </message>
  <message>
   <source>Mỗi lần chỉ chép được tối đa {most} dòng của danh sách này; đang chọn {count} dòng. Hãy chọn ít dòng hơn.</source>
   <translation>At most {most} rows of this list can be copied at a time; rows selected: {count}. Select fewer rows.</translation>
  </message>
  <message>
   <source>Mở danh sách (F4)</source>
   <translation>Open list (F4)</translation>
  </message>
  <message>
   <source>Mở rộng danh sách trang</source>
   <translation>Expand page list</translation>
  </message>
  <message>
   <source>Mục</source>
   <translation>Field</translation>
  </message>
  <message>
   <source>Ngôn n&amp;gữ</source>
   <translation>Lan&amp;guage</translation>
  </message>
  <message>
   <source>Người</source>
   <translation>People</translation>
  </message>
  <message>
   <source>Người đang dùng: {who}</source>
   <translation>Current user: {who}</translation>
  </message>
  <message>
   <source>Nền &amp;tối</source>
   <translation>&amp;Dark theme</translation>
  </message>
  <message>
   <source>Phím “{key}” không dùng ở cột này. Các phím: {legend}</source>
   <translation>The key “{key}” is not used in this column. Keys: {legend}</translation>
  </message>
  <message>
   <source>Phóng to</source>
   <translation>Zoom in</translation>
  </message>
  <message>
   <source>Quay lại (Alt+←)</source>
   <translation>Back (Alt+←)</translation>
  </message>
  <message>
   <source>Quay lại biểu mẫu</source>
   <translation>Back to the form</translation>
  </message>
  <message>
   <source>Quản lý cơ sở cai nghiện</source>
   <translation>Rehabilitation facility management</translation>
  </message>
  <message>
   <source>Quản trị</source>
   <translation>Administration</translation>
  </message>
  <message>
   <source>Rời khỏi đây thì các mục vừa gõ sẽ không được lưu.</source>
   <translation>If you leave here, the fields just typed will not be saved.</translation>
  </message>
  <message>
   <source>Số &amp;bản</source>
   <translation>&amp;Copies</translation>
  </message>
  <message>
   <source>Số bản là số từ 1 đến {most}.</source>
   <translation>The number of copies is from 1 to {most}.</translation>
  </message>
  <message>
   <source>Thu gọn danh sách trang</source>
   <translation>Collapse page list</translation>
  </message>
  <message>
   <source>Thu nhỏ</source>
   <translation>Zoom out</translation>
  </message>
  <message>
   <source>Thêm một bản</source>
   <translation>One copy more</translation>
  </message>
  <message>
   <source>Thôi</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Thứ Ba</source>
   <translation>Tuesday</translation>
  </message>
  <message>
   <source>Thứ Bảy</source>
   <translation>Saturday</translation>
  </message>
  <message>
   <source>Thứ Hai</source>
   <translation>Monday</translation>
  </message>
  <message>
   <source>Thứ Năm</source>
   <translation>Thursday</translation>
  </message>
  <message>
   <source>Thứ Sáu</source>
   <translation>Friday</translation>
  </message>
  <message>
   <source>Thứ Tư</source>
   <translation>Wednesday</translation>
  </message>
  <message>
   <source>Trang</source>
   <translation>Pages</translation>
  </message>
  <message>
   <source>Trang {page} / {total}</source>
   <translation>Page {page} / {total}</translation>
  </message>
  <message>
   <source>Trang {page} trong {total}</source>
   <translation>Page {page} of {total}</translation>
  </message>
  <message>
   <source>Trước khi sửa</source>
   <translation>Before editing</translation>
  </message>
  <message>
   <source>Trở về bản đã lưu</source>
   <translation>Go back to saved version</translation>
  </message>
  <message>
   <source>Tài khoản này không mở được trang đó.</source>
   <translation>This account cannot open that page.</translation>
  </message>
  <message>
   <source>Tên cách xem</source>
   <translation>Name of view</translation>
  </message>
  <message>
   <source>Tên tệp:</source>
   <translation>File name:</translation>
  </message>
  <message>
   <source>Tên, mã, số giấy tờ, trang hoặc việc</source>
   <translation>Name, code, ID document number, page or action</translation>
  </message>
  <message>
   <source>Tìm người, việc, biểu mẫu…</source>
   <translation>Find people, actions, forms…</translation>
  </message>
  <message>
   <source>Tìm người, việc…</source>
   <translation>Find people, actions…</translation>
  </message>
  <message>
   <source>Tìm trong danh sách…</source>
   <translation>Search the list…</translation>
  </message>
  <message>
   <source>Tìm, lọc, thứ tự và cột đang có được lưu dưới tên này. Trùng tên cũ thì thay cách xem cũ.</source>
   <translation>The current search, filters, order and columns are saved under this name. An existing view of that name is replaced.</translation>
  </message>
  <message>
   <source>Tìm…</source>
   <translation>Find…</translation>
  </message>
  <message>
   <source>Tất cả</source>
   <translation>All</translation>
  </message>
  <message>
   <source>Tất cả; hoặc 1-3, 5</source>
   <translation>All; or 1-3, 5</translation>
  </message>
  <message>
   <source>Tệp PDF (*.pdf)</source>
   <translation>PDF file (*.pdf)</translation>
  </message>
  <message>
   <source>Tỉnh, thành phố</source>
   <translation>Province or city</translation>
  </message>
  <message>
   <source>Từ lúc đó hồ sơ đã được lưu lại: khi khôi phục sẽ chọn giữ bản nào ở từng mục.</source>
   <translation>The record has been saved since then: when recovering, you choose which version to keep for each field.</translation>
  </message>
  <message>
   <source>Việc khác</source>
   <translation>More actions</translation>
  </message>
  <message>
   <source>Việc ở trang này</source>
   <translation>Actions on this page</translation>
  </message>
  <message>
   <source>Vì sao không được?</source>
   <translation>Why not?</translation>
  </message>
  <message>
   <source>Văn thư</source>
   <translation>Correspondence</translation>
  </message>
  <message>
   <source>Vừa chiều ngang</source>
   <translation>Fit width</translation>
  </message>
  <message>
   <source>Vừa xem</source>
   <translation>Recent</translation>
  </message>
  <message>
   <source>Xem tất cả</source>
   <translation>Show all</translation>
  </message>
  <message>
   <source>Xong cả {total} mục.</source>
   <translation>All {total} items are done.</translation>
  </message>
  <message>
   <source>Xong {done} / {total} mục; {failed} mục chưa được, xem lý do ở từng dòng.</source>
   <translation>{done} / {total} items done; {failed} failed, see the reason in each row.</translation>
  </message>
  <message>
   <source>Xuất danh sách ra Excel</source>
   <translation>Export list to Excel</translation>
  </message>
  <message>
   <source>Xuất lúc {time} ngày {date} trên máy {device}</source>
   <translation>Exported at {time} on {date} on computer {device}</translation>
  </message>
  <message>
   <source>Xuất ra Excel</source>
   <translation>Export to Excel</translation>
  </message>
  <message>
   <source>Xã, phường, đặc khu</source>
   <translation>Commune, ward or special zone</translation>
  </message>
  <message>
   <source>chưa sao lưu</source>
   <translation>not backed up yet</translation>
  </message>
  <message>
   <source>chỉ chính chương trình</source>
   <translation>only the program itself</translation>
  </message>
  <message>
   <source>chọn</source>
   <translation>select</translation>
  </message>
  <message>
   <source>chọn {count}</source>
   <translation>selected: {count}</translation>
  </message>
  <message>
   <source>hoàn tác nhập, lần nhập trước</source>
   <translation>undo import, last import</translation>
  </message>
  <message>
   <source>hạn chứng chỉ</source>
   <translation>certificate expiry</translation>
  </message>
  <message>
   <source>không còn</source>
   <translation>gone</translation>
  </message>
  <message>
   <source>mở</source>
   <translation>open</translation>
  </message>
  <message>
   <source>mở mục ghim và vừa xem</source>
   <translation>open pinned and recent</translation>
  </message>
  <message>
   <source>nhận công văn, thêm văn bản đến</source>
   <translation>receive official letter, add incoming document</translation>
  </message>
  <message>
   <source>ra ngày mai, danh sách 20 giờ</source>
   <translation>discharged tomorrow, 20:00 list</translation>
  </message>
  <message>
   <source>sao lưu gần nhất {when}</source>
   <translation>last backup {when}</translation>
  </message>
  <message>
   <source>soạn quyết định, công văn, ban hành</source>
   <translation>draft decision, official letter, issue</translation>
  </message>
  <message>
   <source>thêm người, người mới, tiếp nhận, lập hồ sơ</source>
   <translation>add person, new person, admission, make case file</translation>
  </message>
  <message>
   <source>tất cả công việc</source>
   <translation>all tasks</translation>
  </message>
  <message>
   <source>{column} (ẩn vì không đủ chỗ)</source>
   <translation>{column} (hidden for lack of space)</translation>
  </message>
  <message>
   <source>{count} dòng</source>
   <translation>Rows: {count}</translation>
  </message>
  <message>
   <source>{count} mục chưa lưu</source>
   <translation>Unsaved fields: {count}</translation>
  </message>
  <message>
   <source>{count} mục gõ dở lúc {time} ngày {day}, chưa lưu.</source>
   <translation>Unsaved fields from {time} on {day}: {count}.</translation>
  </message>
  <message>
   <source>{count} ô cần sửa</source>
   <translation>Cells to correct: {count}</translation>
  </message>
  <message>
   <source>{head}: {choice}</source>
   <translation>{head}: {choice}</translation>
  </message>
  <message>
   <source>{head}: {sum}</source>
   <translation>{head}: {sum}</translation>
  </message>
  <message>
   <source>{length}/{limit}</source>
   <translation>{length}/{limit}</translation>
  </message>
  <message>
   <source>{page}, {count} việc chờ</source>
   <translation>{page}, tasks waiting: {count}</translation>
  </message>
  <message>
   <source>{printer} (mặc định)</source>
   <translation>{printer} (default)</translation>
  </message>
  <message>
   <source>{section}, đang gấp lại</source>
   <translation>{section}, collapsed</translation>
  </message>
  <message>
   <source>{section}, đang mở</source>
   <translation>{section}, expanded</translation>
  </message>
  <message>
   <source>{title} – {state}</source>
   <translation>{title} – {state}</translation>
  </message>
  <message>
   <source>{verb}: {reason}</source>
   <translation>{verb}: {reason}</translation>
  </message>
  <message>
   <source>{weekday}, {day}</source>
   <translation>{weekday}, {day}</translation>
  </message>
  <message>
   <source>Đang ghi tệp Excel…</source>
   <translation>Writing the Excel file…</translation>
  </message>
  <message>
   <source>Đang gửi tới máy in…</source>
   <translation>Sending to the printer…</translation>
  </message>
  <message>
   <source>Đang kiểm tra…</source>
   <translation>Checking…</translation>
  </message>
  <message>
   <source>Đang làm {done} / {total}</source>
   <translation>Working: {done} / {total}</translation>
  </message>
  <message>
   <source>Đang lưu…</source>
   <translation>Saving…</translation>
  </message>
  <message>
   <source>Đang mở…</source>
   <translation>Opening…</translation>
  </message>
  <message>
   <source>Đang tìm “{typed}”…</source>
   <translation>Searching for “{typed}”…</translation>
  </message>
  <message>
   <source>Đang xuất: {done}/{total} dòng</source>
   <translation>Exporting: {done}/{total} rows</translation>
  </message>
  <message>
   <source>Điền “{value}” vào ô trống của cột “{head}”</source>
   <translation>Fill “{value}” into the empty cells of column “{head}”</translation>
  </message>
  <message>
   <source>Đã bỏ ghim “{name}”.</source>
   <translation>“{name}” unpinned.</translation>
  </message>
  <message>
   <source>Đã bỏ {count} ký tự không nhìn thấy được, thường dính theo khi dán.</source>
   <translation>Invisible characters removed: {count}; they often come along when pasting.</translation>
  </message>
  <message>
   <source>Đã chép</source>
   <translation>Copied</translation>
  </message>
  <message>
   <source>Đã chép {count} dòng; dán được vào Excel hoặc Word.</source>
   <translation>Rows copied: {count}; paste them into Excel or Word.</translation>
  </message>
  <message>
   <source>Đã dán {cells} ô. Ctrl+Z để hoàn tác.</source>
   <translation>Cells pasted: {cells}. Ctrl+Z to undo.</translation>
  </message>
  <message>
   <source>Đã dán {cells} ô; {left_out} ô không có chỗ trong tờ này. Ctrl+Z để hoàn tác.</source>
   <translation>Cells pasted: {cells}; no room in this sheet for: {left_out}. Ctrl+Z to undo.</translation>
  </message>
  <message>
   <source>Đã dừng: xong {done} / {total} mục. In tiếp sẽ làm các mục còn lại.</source>
   <translation>Stopped: {done} / {total} items done. Print again to do the rest.</translation>
  </message>
  <message>
   <source>Đã ghi {filled}/{count} dòng</source>
   <translation>{filled}/{count} rows filled in</translation>
  </message>
  <message>
   <source>Đã ghim</source>
   <translation>Pinned</translation>
  </message>
  <message>
   <source>Đã ghim “{name}”: mở bằng Alt+{number}.</source>
   <translation>“{name}” pinned: open it with Alt+{number}.</translation>
  </message>
  <message>
   <source>Đã gạch bỏ.</source>
   <translation>Struck out.</translation>
  </message>
  <message>
   <source>Đã gửi {count} trang tới máy in “{printer}”.</source>
   <translation>Pages sent to printer “{printer}”: {count}.</translation>
  </message>
  <message>
   <source>Đã lưu tệp “{file}”.</source>
   <translation>File “{file}” saved.</translation>
  </message>
  <message>
   <source>Đã lưu {time}</source>
   <translation>Saved {time}</translation>
  </message>
  <message>
   <source>Đã lưu.</source>
   <translation>Saved.</translation>
  </message>
  <message>
   <source>Đã lấy các mục vừa chọn. Xem lại rồi bấm “{verb}”.</source>
   <translation>The chosen fields have been taken over. Check them, then press “{verb}”.</translation>
  </message>
  <message>
   <source>Đã trở về bản đã lưu.</source>
   <translation>Back to the saved version.</translation>
  </message>
  <message>
   <source>Đã xuất {count} dòng vào {file}.</source>
   <translation>Rows exported to {file}: {count}.</translation>
  </message>
  <message>
   <source>Đã xuất {count} dòng vào {file}; {cut} ô quá dài nên bị cắt bớt.</source>
   <translation>Rows exported to {file}: {count}; cells cut short because too long: {cut}.</translation>
  </message>
  <message>
   <source>Đã đổi từ bảng mã {page} sang Unicode.</source>
   <translation>Converted from the encoding {page} to Unicode.</translation>
  </message>
  <message>
   <source>Đóng thông báo</source>
   <translation>Close message</translation>
  </message>
  <message>
   <source>Đến ô cần sửa</source>
   <translation>Go to cell to correct</translation>
  </message>
  <message>
   <source>Đổi &amp;mật khẩu…</source>
   <translation>Change &amp;password…</translation>
  </message>
  <message>
   <source>Đổi &amp;người dùng…</source>
   <translation>Switch &amp;user…</translation>
  </message>
  <message>
   <source>Đổi người dùng…</source>
   <translation>Switch user…</translation>
  </message>
  <message>
   <source>Đổi thành “{value}”</source>
   <translation>Change to “{value}”</translation>
  </message>
  <message>
   <source>đóng</source>
   <translation>close</translation>
  </message>
  <message>
   <source>đóng sổ tháng</source>
   <translation>close month’s books</translation>
  </message>
  <message>
   <source>Ở lại</source>
   <translation>Stay</translation>
  </message>
  <message>
   <source>“{value}” chưa được chọn từ danh sách. Hãy chọn một mục hoặc xóa chữ này.</source>
   <translation>“{value}” has not been chosen from the list. Choose an item or delete this text.</translation>
  </message>
  <message>
   <source>“{value}” chưa được chọn. Ý là:</source>
   <translation>“{value}” has not been chosen. Did you mean:</translation>
  </message>
  <message>
   <source>“{value}” không có trong các mã của cột này: {codes}.</source>
   <translation>“{value}” is not one of the codes of this column: {codes}.</translation>
  </message>
  <message>
   <source>“{value}” không phải giờ trong ngày. Ví dụ: 07:30, 730 hoặc 7h30.</source>
   <translation>“{value}” is not a time of day. Example: 07:30, 730 or 7h30.</translation>
  </message>
  <message>
   <source>“{value}” khớp với nhiều mục. Ý là:</source>
   <translation>“{value}” matches several items. Did you mean:</translation>
  </message>
  <message>
   <source>… và {count} chỗ nữa bên dưới.</source>
   <translation>… and {count} more below.</translation>
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
  <name>urgencies</name>
  <message>
   <source>Quá hạn</source>
   <translation>Overdue</translation>
  </message>
  <message>
   <source>Quá hạn, đã báo cấp trên</source>
   <translation>Overdue, escalated</translation>
  </message>
  <message>
   <source>Sắp đến hạn</source>
   <translation>Due soon</translation>
  </message>
  <message>
   <source>Đến hạn hôm nay</source>
   <translation>Due today</translation>
  </message>
 </context>
 <context>
  <name>verbs</name>
  <message>
   <source>&amp;Chép danh sách chưa được</source>
   <translation>Copy &amp;list of failed items</translation>
  </message>
  <message>
   <source>&amp;Dừng</source>
   <translation>S&amp;top</translation>
  </message>
  <message>
   <source>&amp;In</source>
   <translation>&amp;Print</translation>
  </message>
  <message>
   <source>&amp;In lại {count} mục chưa được</source>
   <translation>&amp;Print {count} failed items again</translation>
  </message>
  <message>
   <source>&amp;In tất cả</source>
   <translation>&amp;Print all</translation>
  </message>
  <message>
   <source>&amp;In {count} bản</source>
   <translation>&amp;Print {count} copies</translation>
  </message>
  <message>
   <source>&amp;In {count} mục</source>
   <translation>&amp;Print {count} items</translation>
  </message>
  <message>
   <source>&amp;Lập lại {count} bộ chưa được</source>
   <translation>&amp;Make {count} failed packets again</translation>
  </message>
  <message>
   <source>&amp;Lập {count} bộ hồ sơ</source>
   <translation>&amp;Make {count} packets</translation>
  </message>
  <message>
   <source>&amp;Sửa nhân thân</source>
   <translation>&amp;Edit personal details</translation>
  </message>
  <message>
   <source>&amp;Xem tệp</source>
   <translation>&amp;View file</translation>
  </message>
  <message>
   <source>&amp;Xếp giường</source>
   <translation>&amp;Assign bed</translation>
  </message>
  <message>
   <source>Ban hành</source>
   <translation>Issue</translation>
  </message>
  <message>
   <source>Ban hành kế hoạch (V-18)</source>
   <translation>Issue plan (V-18)</translation>
  </message>
  <message>
   <source>Ban hành kế hoạch cai nghiện (V-18)</source>
   <translation>Issue rehabilitation plan (V-18)</translation>
  </message>
  <message>
   <source>Ban hành văn bản</source>
   <translation>Issue document</translation>
  </message>
  <message>
   <source>Ban hành, lấy số</source>
   <translation>Issue, take number</translation>
  </message>
  <message>
   <source>Bàn giao ca</source>
   <translation>Hand over shift</translation>
  </message>
  <message>
   <source>Bản quét</source>
   <translation>Scan</translation>
  </message>
  <message>
   <source>Bắt đầu</source>
   <translation>Begin</translation>
  </message>
  <message>
   <source>Bắt đầu giai đoạn</source>
   <translation>Begin stage</translation>
  </message>
  <message>
   <source>Bắt đầu phác đồ cắt cơn</source>
   <translation>Start detox protocol</translation>
  </message>
  <message>
   <source>Bắt đầu điều chuyển</source>
   <translation>Begin facility transfer</translation>
  </message>
  <message>
   <source>Bắt đầu điều trị thay thế</source>
   <translation>Start substitution treatment</translation>
  </message>
  <message>
   <source>Bắt đầu điểm danh</source>
   <translation>Begin roll call</translation>
  </message>
  <message>
   <source>Bỏ</source>
   <translation>Discard</translation>
  </message>
  <message>
   <source>Bỏ dòng</source>
   <translation>Remove row</translation>
  </message>
  <message>
   <source>Bỏ giường</source>
   <translation>Remove bed</translation>
  </message>
  <message>
   <source>Bỏ khu, phân khu</source>
   <translation>Remove zone or subzone</translation>
  </message>
  <message>
   <source>Bỏ nhà, dãy</source>
   <translation>Remove building or block</translation>
  </message>
  <message>
   <source>Bỏ phòng</source>
   <translation>Remove room</translation>
  </message>
  <message>
   <source>Bỏ qua dòng</source>
   <translation>Skip row</translation>
  </message>
  <message>
   <source>Bỏ trốn</source>
   <translation>Escape</translation>
  </message>
  <message>
   <source>Bỏ tổ</source>
   <translation>Remove team</translation>
  </message>
  <message>
   <source>Bổ sung giấy tờ</source>
   <translation>Add paper</translation>
  </message>
  <message>
   <source>Bổ sung, sửa</source>
   <translation>Add or edit</translation>
  </message>
  <message>
   <source>Bổ sung, sửa sự kiện</source>
   <translation>Add or edit event</translation>
  </message>
  <message>
   <source>Bổ sung, sửa sự kiện của thời hạn</source>
   <translation>Add or edit event of term</translation>
  </message>
  <message>
   <source>Chi tiền</source>
   <translation>Pay out</translation>
  </message>
  <message>
   <source>Chi tiền lưu ký</source>
   <translation>Pay out safekeeping money</translation>
  </message>
  <message>
   <source>Cho dùng tiếp y lệnh</source>
   <translation>Resume order</translation>
  </message>
  <message>
   <source>Cho phép hủy thuốc</source>
   <translation>Allow destruction</translation>
  </message>
  <message>
   <source>Cho phép, ban hành quyết định</source>
   <translation>Allow, issue decision</translation>
  </message>
  <message>
   <source>Cho ra cơ sở</source>
   <translation>Discharge</translation>
  </message>
  <message>
   <source>Cho ra khỏi tổ</source>
   <translation>Remove from team</translation>
  </message>
  <message>
   <source>Cho trả giường</source>
   <translation>Release bed</translation>
  </message>
  <message>
   <source>Cho tạm ngừng y lệnh</source>
   <translation>Pause order</translation>
  </message>
  <message>
   <source>Cho về chịu tang</source>
   <translation>Let go on funeral leave</translation>
  </message>
  <message>
   <source>Cho đi</source>
   <translation>Let go</translation>
  </message>
  <message>
   <source>Cho đi theo quyết định</source>
   <translation>Let go by decision</translation>
  </message>
  <message>
   <source>Chuyển</source>
   <translation>Convert</translation>
  </message>
  <message>
   <source>Chuyển người trên sơ đồ</source>
   <translation>Move people on plan</translation>
  </message>
  <message>
   <source>Chuyển quản lý tạm thời sang bắt buộc</source>
   <translation>Convert temporary management to compulsory</translation>
  </message>
  <message>
   <source>Chuyển sang bắt buộc</source>
   <translation>Convert to compulsory</translation>
  </message>
  <message>
   <source>Chuyển sang cai nghiện bắt buộc</source>
   <translation>Convert to compulsory rehabilitation</translation>
  </message>
  <message>
   <source>Chuyển thuốc sang nơi khác</source>
   <translation>Move medicine to another place</translation>
  </message>
  <message>
   <source>Chuyển từ quản lý sang cai nghiện bắt buộc</source>
   <translation>Convert temporary management to compulsory rehabilitation</translation>
  </message>
  <message>
   <source>Chưa có</source>
   <translation>Missing</translation>
  </message>
  <message>
   <source>Chấm dứt quyền ký</source>
   <translation>End signing authority</translation>
  </message>
  <message>
   <source>Chấm thang đánh giá</source>
   <translation>Score rating scale</translation>
  </message>
  <message>
   <source>Chấp nhận tệp đã khôi phục</source>
   <translation>Accept restored file</translation>
  </message>
  <message>
   <source>Chịu tang</source>
   <translation>Funeral leave</translation>
  </message>
  <message>
   <source>Chọn</source>
   <translation>Choose</translation>
  </message>
  <message>
   <source>Chọn bộ mức độ CIWA-Ar</source>
   <translation>Choose CIWA-Ar set of levels</translation>
  </message>
  <message>
   <source>Chọn giường khác</source>
   <translation>Choose another bed</translation>
  </message>
  <message>
   <source>Chọn tệp…</source>
   <translation>Choose file…</translation>
  </message>
  <message>
   <source>Các lần nhập</source>
   <translation>Imports</translation>
  </message>
  <message>
   <source>Cùng một người</source>
   <translation>Same person</translation>
  </message>
  <message>
   <source>Cùng người {code}</source>
   <translation>Same person {code}</translation>
  </message>
  <message>
   <source>Cấp</source>
   <translation>Issue</translation>
  </message>
  <message>
   <source>Cấp giấy xác nhận hoàn thành</source>
   <translation>Issue completion certificate</translation>
  </message>
  <message>
   <source>Cấp lại mật khẩu</source>
   <translation>Reset password</translation>
  </message>
  <message>
   <source>Cấp màn, chăn, gối</source>
   <translation>Issue net, blanket, pillow</translation>
  </message>
  <message>
   <source>Cấp màn, chăn, gối khi vào cơ sở</source>
   <translation>Issue net, blanket, pillow on arrival</translation>
  </message>
  <message>
   <source>Cấp phát</source>
   <translation>Issue supplies</translation>
  </message>
  <message>
   <source>Cấp phát đồ dùng</source>
   <translation>Hand out supplies</translation>
  </message>
  <message>
   <source>Cấp quyền</source>
   <translation>Grant access</translation>
  </message>
  <message>
   <source>Cấp quyền xem</source>
   <translation>Grant access</translation>
  </message>
  <message>
   <source>Cấp quyền xem có thời hạn</source>
   <translation>Grant time-limited access</translation>
  </message>
  <message>
   <source>Cập nhật chỗ ở trên thẻ</source>
   <translation>Update accommodation on card</translation>
  </message>
  <message>
   <source>Cập nhật tình trạng trên thẻ</source>
   <translation>Update status on card</translation>
  </message>
  <message>
   <source>Cột, giá trị chung</source>
   <translation>Columns, common values</translation>
  </message>
  <message>
   <source>Danh sách ngày mai</source>
   <translation>Tomorrow’s list</translation>
  </message>
  <message>
   <source>Duyệt phiếu lĩnh thuốc</source>
   <translation>Approve requisition</translation>
  </message>
  <message>
   <source>Duyệt y lệnh</source>
   <translation>Approve order</translation>
  </message>
  <message>
   <source>Dùng cho danh sách</source>
   <translation>Use for the list</translation>
  </message>
  <message>
   <source>Dừng</source>
   <translation>Stop</translation>
  </message>
  <message>
   <source>Dừng kiểm tra</source>
   <translation>Stop verifying</translation>
  </message>
  <message>
   <source>Dừng, không nâng cấp</source>
   <translation>Stop, do not upgrade</translation>
  </message>
  <message>
   <source>Ghi</source>
   <translation>Record</translation>
  </message>
  <message>
   <source>Ghi Công an cấp xã có liên quan</source>
   <translation>Record commune police concerned</translation>
  </message>
  <message>
   <source>Ghi bản gia hạn</source>
   <translation>Record renewal</translation>
  </message>
  <message>
   <source>Ghi bảng lỗi</source>
   <translation>Write errors</translation>
  </message>
  <message>
   <source>Ghi bị tạm giữ, tạm giam</source>
   <translation>Record custody or remand</translation>
  </message>
  <message>
   <source>Ghi bỏ trốn</source>
   <translation>Record escape</translation>
  </message>
  <message>
   <source>Ghi chấp hành án phạt tù</source>
   <translation>Record prison sentence</translation>
  </message>
  <message>
   <source>Ghi chấp hành án tù</source>
   <translation>Record prison sentence</translation>
  </message>
  <message>
   <source>Ghi chẩn đoán</source>
   <translation>Record diagnosis</translation>
  </message>
  <message>
   <source>Ghi chẩn đoán thuộc phần HIV</source>
   <translation>Record diagnosis of HIV part</translation>
  </message>
  <message>
   <source>Ghi cán bộ thôi việc</source>
   <translation>Record staff member leaving</translation>
  </message>
  <message>
   <source>Ghi có mặt và kết thúc</source>
   <translation>Record present and end</translation>
  </message>
  <message>
   <source>Ghi diện, quyết định, ngày tiếp nhận</source>
   <translation>Record type, decision, date of admission</translation>
  </message>
  <message>
   <source>Ghi dòng điều chỉnh</source>
   <translation>Record adjustment entry</translation>
  </message>
  <message>
   <source>Ghi dòng điều chỉnh cấp phát</source>
   <translation>Record adjustment entry of supplies</translation>
  </message>
  <message>
   <source>Ghi dòng điều chỉnh sổ lưu ký</source>
   <translation>Record adjustment entry of safekeeping ledger</translation>
  </message>
  <message>
   <source>Ghi dòng điều chỉnh sổ thuốc</source>
   <translation>Record adjustment in medicine register</translation>
  </message>
  <message>
   <source>Ghi dấu hiệu</source>
   <translation>Record signs</translation>
  </message>
  <message>
   <source>Ghi dấu hiệu sinh tồn</source>
   <translation>Record vital signs</translation>
  </message>
  <message>
   <source>Ghi dấu hiệu sức khỏe khi đến</source>
   <translation>Record health signs on arrival</translation>
  </message>
  <message>
   <source>Ghi dị ứng thuốc</source>
   <translation>Record allergy</translation>
  </message>
  <message>
   <source>Ghi giao nhận mẫu xét nghiệm</source>
   <translation>Record test sample handover</translation>
  </message>
  <message>
   <source>Ghi giao nhận, đối chiếu giấy tờ</source>
   <translation>Record handover, check papers</translation>
  </message>
  <message>
   <source>Ghi giải trình</source>
   <translation>Record explanation</translation>
  </message>
  <message>
   <source>Ghi giảm thời hạn</source>
   <translation>Record term reduction</translation>
  </message>
  <message>
   <source>Ghi giảm thời hạn (luật cũ)</source>
   <translation>Record term reduction (old law)</translation>
  </message>
  <message>
   <source>Ghi hồ sơ bệnh án</source>
   <translation>Write medical record</translation>
  </message>
  <message>
   <source>Ghi hồ sơ vắng mặt theo lần cai nghiện</source>
   <translation>Record absence file by stay</translation>
  </message>
  <message>
   <source>Ghi hồ sơ đề nghị vào cơ sở bảo trợ xã hội</source>
   <translation>Record application to social protection facility</translation>
  </message>
  <message>
   <source>Ghi kết quả (phần HIV)</source>
   <translation>Record result (HIV part)</translation>
  </message>
  <message>
   <source>Ghi kết quả liều thuốc</source>
   <translation>Record dose result</translation>
  </message>
  <message>
   <source>Ghi kết quả sàng lọc</source>
   <translation>Record screening result</translation>
  </message>
  <message>
   <source>Ghi kết quả xét nghiệm</source>
   <translation>Record test result</translation>
  </message>
  <message>
   <source>Ghi kết thúc</source>
   <translation>Record end</translation>
  </message>
  <message>
   <source>Ghi kết thúc lần cai nghiện</source>
   <translation>Record end of stay</translation>
  </message>
  <message>
   <source>Ghi lô kit xét nghiệm</source>
   <translation>Record test kit lot</translation>
  </message>
  <message>
   <source>Ghi lý do y tế</source>
   <translation>Record medical reason</translation>
  </message>
  <message>
   <source>Ghi lý do y tế của lần vắng mặt</source>
   <translation>Record medical reason for absence</translation>
  </message>
  <message>
   <source>Ghi lấy mẫu xét nghiệm</source>
   <translation>Record test sampling</translation>
  </message>
  <message>
   <source>Ghi lần cai nghiện trước đây</source>
   <translation>Record past rehabilitation</translation>
  </message>
  <message>
   <source>Ghi lần đăng nhập sai</source>
   <translation>Record failed sign-ins</translation>
  </message>
  <message>
   <source>Ghi ma túy đã sử dụng</source>
   <translation>Record drug used</translation>
  </message>
  <message>
   <source>Ghi một lần trông</source>
   <translation>Record a watch</translation>
  </message>
  <message>
   <source>Ghi ngày</source>
   <translation>Record day</translation>
  </message>
  <message>
   <source>Ghi ngày gửi, ngày nhận</source>
   <translation>Record when sent and received</translation>
  </message>
  <message>
   <source>Ghi ngày gửi, nhận</source>
   <translation>Record sending, receipt</translation>
  </message>
  <message>
   <source>Ghi ngày kết thúc</source>
   <translation>Record end date</translation>
  </message>
  <message>
   <source>Ghi ngày nghỉ, làm bù</source>
   <translation>Record day off or make-up working day</translation>
  </message>
  <message>
   <source>Ghi ngày nghỉ, ngày làm bù</source>
   <translation>Record day off or make-up working day</translation>
  </message>
  <message>
   <source>Ghi ngày nhận</source>
   <translation>Record receipt</translation>
  </message>
  <message>
   <source>Ghi người bỏ trốn, quá hạn chịu tang</source>
   <translation>Record escape or overstayed funeral leave</translation>
  </message>
  <message>
   <source>Ghi người chết</source>
   <translation>Record death</translation>
  </message>
  <message>
   <source>Ghi người chết, mở hồ sơ</source>
   <translation>Record death, open file</translation>
  </message>
  <message>
   <source>Ghi người tự nguyện rời cơ sở</source>
   <translation>Record voluntary resident leaving</translation>
  </message>
  <message>
   <source>Ghi nhận</source>
   <translation>Acknowledge</translation>
  </message>
  <message>
   <source>Ghi nhận việc, nêu lý do</source>
   <translation>Acknowledge task, with reason</translation>
  </message>
  <message>
   <source>Ghi nhận…</source>
   <translation>Acknowledge…</translation>
  </message>
  <message>
   <source>Ghi nôn sau liều</source>
   <translation>Record vomiting</translation>
  </message>
  <message>
   <source>Ghi phần kết quả lao động vào sổ lưu ký</source>
   <translation>Enter share of labour results in safekeeping ledger</translation>
  </message>
  <message>
   <source>Ghi phần này</source>
   <translation>Write this part</translation>
  </message>
  <message>
   <source>Ghi quyết định</source>
   <translation>Record decision</translation>
  </message>
  <message>
   <source>Ghi quyết định của Tòa án, Công an</source>
   <translation>Record decision of court or police</translation>
  </message>
  <message>
   <source>Ghi quyết định giám sát điện tử</source>
   <translation>Record electronic monitoring decision</translation>
  </message>
  <message>
   <source>Ghi quyết định quản lý sau cai nghiện</source>
   <translation>Record post-rehabilitation management decision</translation>
  </message>
  <message>
   <source>Ghi quyết định về tạm đình chỉ, miễn</source>
   <translation>Record decision on suspension, waiver</translation>
  </message>
  <message>
   <source>Ghi quyền ký</source>
   <translation>Record signing authority</translation>
  </message>
  <message>
   <source>Ghi quá hạn chịu tang</source>
   <translation>Record overstayed funeral leave</translation>
  </message>
  <message>
   <source>Ghi quá hạn về chịu tang</source>
   <translation>Record overstayed funeral leave</translation>
  </message>
  <message>
   <source>Ghi rút đồng ý (phần HIV)</source>
   <translation>Record consent withdrawn (HIV)</translation>
  </message>
  <message>
   <source>Ghi rút đồng ý xét nghiệm</source>
   <translation>Record test consent withdrawn</translation>
  </message>
  <message>
   <source>Ghi thuốc vỡ, hỏng</source>
   <translation>Record breakage, damage</translation>
  </message>
  <message>
   <source>Ghi thôi việc</source>
   <translation>Record leaving</translation>
  </message>
  <message>
   <source>Ghi thất thoát, nhầm lẫn thuốc</source>
   <translation>Record medicine loss or mix-up</translation>
  </message>
  <message>
   <source>Ghi thời gian quản lý được trừ</source>
   <translation>Record credited temporary management</translation>
  </message>
  <message>
   <source>Ghi tiền án, tiền sự</source>
   <translation>Record conviction or administrative violation</translation>
  </message>
  <message>
   <source>Ghi tác dụng của liều khi cần</source>
   <translation>Record effect of as-needed dose</translation>
  </message>
  <message>
   <source>Ghi tạm giữ, tạm giam</source>
   <translation>Record custody or remand</translation>
  </message>
  <message>
   <source>Ghi tự ý chấm dứt</source>
   <translation>Record self-termination</translation>
  </message>
  <message>
   <source>Ghi tự ý rời cơ sở</source>
   <translation>Record leaving without leave</translation>
  </message>
  <message>
   <source>Ghi việc đã làm</source>
   <translation>Record work done</translation>
  </message>
  <message>
   <source>Ghi việc đã làm, đã báo</source>
   <translation>Record work done, notices given</translation>
  </message>
  <message>
   <source>Ghi và lập phiếu</source>
   <translation>Record, make slip</translation>
  </message>
  <message>
   <source>Ghi và lập phiếu cấp phát</source>
   <translation>Record, make supplies slip</translation>
  </message>
  <message>
   <source>Ghi và lập phiếu giao</source>
   <translation>Record, make handover slip</translation>
  </message>
  <message>
   <source>Ghi và lập phiếu nhận giữ</source>
   <translation>Record, make take-in slip</translation>
  </message>
  <message>
   <source>Ghi vào sổ</source>
   <translation>Enter in register</translation>
  </message>
  <message>
   <source>Ghi vắng mặt</source>
   <translation>Record absence</translation>
  </message>
  <message>
   <source>Ghi xử trí</source>
   <translation>Record action taken</translation>
  </message>
  <message>
   <source>Ghi xử trí dấu hiệu nguy hiểm</source>
   <translation>Record action taken on danger signs</translation>
  </message>
  <message>
   <source>Ghi đi chấp hành án phạt tù</source>
   <translation>Record prison sentence</translation>
  </message>
  <message>
   <source>Ghi đã bàn giao</source>
   <translation>Record handover</translation>
  </message>
  <message>
   <source>Ghi đã bàn giao người</source>
   <translation>Record handover of person</translation>
  </message>
  <message>
   <source>Ghi đã báo</source>
   <translation>Record notice</translation>
  </message>
  <message>
   <source>Ghi đã báo kết quả (phần HIV)</source>
   <translation>Record result told (HIV part)</translation>
  </message>
  <message>
   <source>Ghi đã báo người cai nghiện có tiền gửi</source>
   <translation>Record that resident was told of money received</translation>
  </message>
  <message>
   <source>Ghi đã gửi báo cáo hủy thuốc</source>
   <translation>Record destruction report sent</translation>
  </message>
  <message>
   <source>Ghi đã gửi báo cáo năm (PL IX)</source>
   <translation>Record annual report sent (App. IX)</translation>
  </message>
  <message>
   <source>Ghi đã gửi báo cáo thất thoát (PL XI)</source>
   <translation>Record loss report sent (App. XI)</translation>
  </message>
  <message>
   <source>Ghi đã khám trước khi ra cơ sở</source>
   <translation>Record examination before discharge</translation>
  </message>
  <message>
   <source>Ghi đã trả</source>
   <translation>Record return of belongings</translation>
  </message>
  <message>
   <source>Ghi đặc điểm</source>
   <translation>Record mark</translation>
  </message>
  <message>
   <source>Ghi đặc điểm nhận dạng</source>
   <translation>Record identifying mark</translation>
  </message>
  <message>
   <source>Ghi đồng ý, từ chối (phần HIV)</source>
   <translation>Record consent, refusal (HIV part)</translation>
  </message>
  <message>
   <source>Ghi đồng ý, từ chối xét nghiệm</source>
   <translation>Record test consent, refusal</translation>
  </message>
  <message>
   <source>Gia hạn, đổi hạn trở lại</source>
   <translation>Extend, change return date</translation>
  </message>
  <message>
   <source>Giao cho cơ quan tố tụng</source>
   <translation>Hand over for proceedings</translation>
  </message>
  <message>
   <source>Giao chức vụ</source>
   <translation>Assign post</translation>
  </message>
  <message>
   <source>Giao lại…</source>
   <translation>Reassign…</translation>
  </message>
  <message>
   <source>Giao tố tụng</source>
   <translation>Proceedings</translation>
  </message>
  <message>
   <source>Giao việc</source>
   <translation>Assign task</translation>
  </message>
  <message>
   <source>Giao việc cho người khác</source>
   <translation>Hand task to someone else</translation>
  </message>
  <message>
   <source>Giải thích</source>
   <translation>Explain</translation>
  </message>
  <message>
   <source>Giải thích chênh lệch điểm danh</source>
   <translation>Explain roll call difference</translation>
  </message>
  <message>
   <source>Giải trình giữ quá ngày</source>
   <translation>Explain overdue discharge</translation>
  </message>
  <message>
   <source>Giải trình việc giữ quá ngày phải cho về</source>
   <translation>Explain holding past the discharge date</translation>
  </message>
  <message>
   <source>Giải trình, điều chỉnh chênh lệch kiểm đếm</source>
   <translation>Explain, adjust count difference</translation>
  </message>
  <message>
   <source>Giữ, trả giường theo lần cai nghiện</source>
   <translation>Keep or release bed by stay</translation>
  </message>
  <message>
   <source>Gạch bỏ</source>
   <translation>Strike out</translation>
  </message>
  <message>
   <source>Gạch bỏ bản quét đính nhầm</source>
   <translation>Strike out scan attached by mistake</translation>
  </message>
  <message>
   <source>Gạch bỏ chứng chỉ</source>
   <translation>Strike out certificate</translation>
  </message>
  <message>
   <source>Gạch bỏ các lần cai nghiện nhập nhầm</source>
   <translation>Strike out stays imported by mistake</translation>
  </message>
  <message>
   <source>Gạch bỏ cán bộ nhập nhầm</source>
   <translation>Strike out staff member entered by mistake</translation>
  </message>
  <message>
   <source>Gạch bỏ dòng sổ</source>
   <translation>Strike out register entry</translation>
  </message>
  <message>
   <source>Gạch bỏ dòng sổ văn bản đến</source>
   <translation>Strike out entry of incoming register</translation>
  </message>
  <message>
   <source>Gạch bỏ dị ứng ghi nhầm</source>
   <translation>Strike out wrong allergy</translation>
  </message>
  <message>
   <source>Gạch bỏ giá trị</source>
   <translation>Strike out value</translation>
  </message>
  <message>
   <source>Gạch bỏ giá trị thông số</source>
   <translation>Strike out parameter value</translation>
  </message>
  <message>
   <source>Gạch bỏ hồ sơ</source>
   <translation>Strike out record</translation>
  </message>
  <message>
   <source>Gạch bỏ hồ sơ lập nhầm</source>
   <translation>Strike out case file made by mistake</translation>
  </message>
  <message>
   <source>Gạch bỏ hồ sơ nhập nhầm…</source>
   <translation>Strike out record entered by mistake…</translation>
  </message>
  <message>
   <source>Gạch bỏ liều ghi nhầm</source>
   <translation>Strike out wrong dose</translation>
  </message>
  <message>
   <source>Gạch bỏ lần cai nghiện ghi nhầm</source>
   <translation>Strike out stay recorded by mistake</translation>
  </message>
  <message>
   <source>Gạch bỏ lần cai nghiện ghi nhầm…</source>
   <translation>Strike out stay recorded by mistake…</translation>
  </message>
  <message>
   <source>Gạch bỏ lần phân loại ghi nhầm</source>
   <translation>Strike out wrong triage</translation>
  </message>
  <message>
   <source>Gạch bỏ mục ghi nhầm</source>
   <translation>Strike out wrong entry</translation>
  </message>
  <message>
   <source>Gạch bỏ mục ghi nhầm (phần HIV)</source>
   <translation>Strike out wrong entry (HIV part)</translation>
  </message>
  <message>
   <source>Gạch bỏ mục trong hồ sơ bệnh án</source>
   <translation>Strike out medical record entry</translation>
  </message>
  <message>
   <source>Gạch bỏ ngày</source>
   <translation>Strike out day</translation>
  </message>
  <message>
   <source>Gạch bỏ ngày nghỉ, ngày làm bù</source>
   <translation>Strike out day off or make-up working day</translation>
  </message>
  <message>
   <source>Gạch bỏ người của danh sách nhập nhầm</source>
   <translation>Strike out people of list imported by mistake</translation>
  </message>
  <message>
   <source>Gạch bỏ sàng lọc ghi nhầm</source>
   <translation>Strike out wrong screening</translation>
  </message>
  <message>
   <source>Gạch bỏ sự kiện ghi nhầm</source>
   <translation>Strike out wrong event</translation>
  </message>
  <message>
   <source>Gạch bỏ việc ghi nhầm</source>
   <translation>Strike out wrong action</translation>
  </message>
  <message>
   <source>Gạch bỏ xét nghiệm ghi nhầm</source>
   <translation>Strike out wrong test</translation>
  </message>
  <message>
   <source>Gạch bỏ…</source>
   <translation>Strike out…</translation>
  </message>
  <message>
   <source>Gắn thiết bị</source>
   <translation>Fit device</translation>
  </message>
  <message>
   <source>Gắn thiết bị giám sát điện tử</source>
   <translation>Fit electronic monitoring device</translation>
  </message>
  <message>
   <source>Gửi lại</source>
   <translation>Send again</translation>
  </message>
  <message>
   <source>Hoàn tác lần nhập</source>
   <translation>Undo import</translation>
  </message>
  <message>
   <source>Hoàn tác lần nhập danh sách</source>
   <translation>Undo import of list</translation>
  </message>
  <message>
   <source>Hôm nay</source>
   <translation>Today</translation>
  </message>
  <message>
   <source>Hồ sơ báo động</source>
   <translation>Alarm file</translation>
  </message>
  <message>
   <source>Hủy thuốc, lập biên bản</source>
   <translation>Destroy, make minutes</translation>
  </message>
  <message>
   <source>Hủy văn bản</source>
   <translation>Void document</translation>
  </message>
  <message>
   <source>Hủy văn bản đã ban hành</source>
   <translation>Void issued document</translation>
  </message>
  <message>
   <source>In biên bản trả</source>
   <translation>Print return minutes</translation>
  </message>
  <message>
   <source>In báo cáo quân số</source>
   <translation>Print roll report</translation>
  </message>
  <message>
   <source>In bảng khóa sổ</source>
   <translation>Print closing table</translation>
  </message>
  <message>
   <source>In các văn bản đã chọn</source>
   <translation>Print selected documents</translation>
  </message>
  <message>
   <source>In danh sách</source>
   <translation>Print list</translation>
  </message>
  <message>
   <source>In kế hoạch tái hòa nhập (V-19)</source>
   <translation>Print reintegration plan (V-19)</translation>
  </message>
  <message>
   <source>In lệnh</source>
   <translation>Print order</translation>
  </message>
  <message>
   <source>In phiếu</source>
   <translation>Print slip</translation>
  </message>
  <message>
   <source>In phiếu vừa lập</source>
   <translation>Print slip just made</translation>
  </message>
  <message>
   <source>In phiếu, biên bản</source>
   <translation>Print slips, minutes</translation>
  </message>
  <message>
   <source>In sơ đồ</source>
   <translation>Print plan</translation>
  </message>
  <message>
   <source>In sổ</source>
   <translation>Print ledger</translation>
  </message>
  <message>
   <source>In sổ lưu ký</source>
   <translation>Print safekeeping ledger</translation>
  </message>
  <message>
   <source>In sổ văn bản</source>
   <translation>Print register</translation>
  </message>
  <message>
   <source>In văn bản</source>
   <translation>Print document</translation>
  </message>
  <message>
   <source>Khu, phòng, giường</source>
   <translation>Zone, room, bed</translation>
  </message>
  <message>
   <source>Khóa màn hình</source>
   <translation>Lock screen</translation>
  </message>
  <message>
   <source>Khóa sổ lưu ký của tháng</source>
   <translation>Close month of safekeeping ledger</translation>
  </message>
  <message>
   <source>Khóa sổ tháng</source>
   <translation>Close month</translation>
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
   <source>Không chấp thuận</source>
   <translation>Refuse</translation>
  </message>
  <message>
   <source>Không chấp thuận vắng mặt</source>
   <translation>Refuse absence</translation>
  </message>
  <message>
   <source>Không cần giấy này</source>
   <translation>Paper not needed</translation>
  </message>
  <message>
   <source>Không cần…</source>
   <translation>Not needed…</translation>
  </message>
  <message>
   <source>Không duyệt y lệnh</source>
   <translation>Refuse order</translation>
  </message>
  <message>
   <source>Không duyệt, rút phiếu lĩnh thuốc</source>
   <translation>Refuse, withdraw medicine requisition</translation>
  </message>
  <message>
   <source>Không làm nữa</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Không xếp chung hai người</source>
   <translation>Keep two people apart</translation>
  </message>
  <message>
   <source>Không xếp chung với…</source>
   <translation>Keep apart from…</translation>
  </message>
  <message>
   <source>Kiểm tra</source>
   <translation>Check</translation>
  </message>
  <message>
   <source>Kiểm tra bản sao lưu</source>
   <translation>Verify backup</translation>
  </message>
  <message>
   <source>Kiểm tra nhật ký</source>
   <translation>Verify audit trail</translation>
  </message>
  <message>
   <source>Kiểm đếm thuốc</source>
   <translation>Count medicines</translation>
  </message>
  <message>
   <source>Ký xác nhận</source>
   <translation>Countersign</translation>
  </message>
  <message>
   <source>Ký, khóa trang sổ thuốc của ngày</source>
   <translation>Sign, close day’s medicine register page</translation>
  </message>
  <message>
   <source>Kết thúc</source>
   <translation>End</translation>
  </message>
  <message>
   <source>Kết thúc chức vụ</source>
   <translation>End post</translation>
  </message>
  <message>
   <source>Kết thúc cảnh báo</source>
   <translation>End alert</translation>
  </message>
  <message>
   <source>Kết thúc cặp không xếp chung</source>
   <translation>End keep-apart pair</translation>
  </message>
  <message>
   <source>Kết thúc hồ sơ tiếp nhận</source>
   <translation>End admission file</translation>
  </message>
  <message>
   <source>Kết thúc phác đồ cắt cơn</source>
   <translation>End detox protocol</translation>
  </message>
  <message>
   <source>Kết thúc theo dõi vì đã ra cơ sở</source>
   <translation>End observation on discharge</translation>
  </message>
  <message>
   <source>Kết thúc tiếp nhận</source>
   <translation>End admission</translation>
  </message>
  <message>
   <source>Kết thúc yêu cầu</source>
   <translation>End need</translation>
  </message>
  <message>
   <source>Kết thúc yêu cầu về chỗ ở</source>
   <translation>End accommodation need</translation>
  </message>
  <message>
   <source>Kết thúc điều trị thay thế</source>
   <translation>End substitution treatment</translation>
  </message>
  <message>
   <source>Kết thúc điểm danh</source>
   <translation>End roll call</translation>
  </message>
  <message>
   <source>Kết thúc, sửa</source>
   <translation>End or edit</translation>
  </message>
  <message>
   <source>Kết thúc, sửa giai đoạn</source>
   <translation>End or edit stage</translation>
  </message>
  <message>
   <source>Là người khác, lưu hồ sơ mới</source>
   <translation>Someone else, save new case file</translation>
  </message>
  <message>
   <source>Làm lại</source>
   <translation>Try again</translation>
  </message>
  <message>
   <source>Làm việc trong lúc mở khẩn cấp</source>
   <translation>Work under emergency access</translation>
  </message>
  <message>
   <source>Làm xong</source>
   <translation>Complete</translation>
  </message>
  <message>
   <source>Làm xong việc</source>
   <translation>Complete task</translation>
  </message>
  <message>
   <source>Lưu</source>
   <translation>Save</translation>
  </message>
  <message>
   <source>Lưu PDF…</source>
   <translation>Save PDF…</translation>
  </message>
  <message>
   <source>Lưu bản Word</source>
   <translation>Save Word file</translation>
  </message>
  <message>
   <source>Lưu giá trị này</source>
   <translation>Save this value</translation>
  </message>
  <message>
   <source>Lưu hồ sơ</source>
   <translation>Save case file</translation>
  </message>
  <message>
   <source>Lưu tất cả vào &amp;thư mục…</source>
   <translation>Save all to &amp;folder…</translation>
  </message>
  <message>
   <source>Lưu điểm danh</source>
   <translation>Save roll call</translation>
  </message>
  <message>
   <source>Lấy danh mục thuốc kèm chương trình</source>
   <translation>Load medicine list supplied with program</translation>
  </message>
  <message>
   <source>Lấy hồ sơ báo động truy tìm</source>
   <translation>Take alarm file for search</translation>
  </message>
  <message>
   <source>Lấy thuốc cho người bệnh</source>
   <translation>Take medicine for patient</translation>
  </message>
  <message>
   <source>Lập</source>
   <translation>Make</translation>
  </message>
  <message>
   <source>Lập biên bản</source>
   <translation>Make minutes</translation>
  </message>
  <message>
   <source>Lập biên bản giao nhận (V-23)</source>
   <translation>Make handover minutes (V-23)</translation>
  </message>
  <message>
   <source>Lập biên bản giao, nhận</source>
   <translation>Make handover minutes</translation>
  </message>
  <message>
   <source>Lập bộ hồ sơ bàn giao</source>
   <translation>Make handover packet</translation>
  </message>
  <message>
   <source>Lập bộ hồ sơ cho tất cả</source>
   <translation>Make packets for all</translation>
  </message>
  <message>
   <source>Lập bộ hồ sơ ra cơ sở</source>
   <translation>Make handover packet</translation>
  </message>
  <message>
   <source>Lập hồ sơ cơ sở</source>
   <translation>Create facility profile</translation>
  </message>
  <message>
   <source>Lập khu, phòng, giường</source>
   <translation>Set up zones, rooms, beds</translation>
  </message>
  <message>
   <source>Lập khóa khôi phục mới</source>
   <translation>Make new recovery key</translation>
  </message>
  <message>
   <source>Lập khóa ký mã văn bản</source>
   <translation>Make key that signs document codes</translation>
  </message>
  <message>
   <source>Lập kế hoạch cai nghiện</source>
   <translation>Draw up rehabilitation plan</translation>
  </message>
  <message>
   <source>Lập kế hoạch tái hòa nhập cộng đồng</source>
   <translation>Draw up reintegration plan</translation>
  </message>
  <message>
   <source>Lập lại thẻ tìm kiếm</source>
   <translation>Rebuild search cards</translation>
  </message>
  <message>
   <source>Lập lệnh áp giải</source>
   <translation>Make escort order</translation>
  </message>
  <message>
   <source>Lập mốc đối chiếu</source>
   <translation>Set anchor</translation>
  </message>
  <message>
   <source>Lập phiếu cấp phát</source>
   <translation>Make supplies slip</translation>
  </message>
  <message>
   <source>Lập phiếu lĩnh thuốc</source>
   <translation>Make medicine requisition</translation>
  </message>
  <message>
   <source>Lập phần điều trị y tế của kế hoạch</source>
   <translation>Draw up medical treatment part of plan</translation>
  </message>
  <message>
   <source>Lập tổ</source>
   <translation>Create team</translation>
  </message>
  <message>
   <source>Lập văn bản</source>
   <translation>Draw up document</translation>
  </message>
  <message>
   <source>Lập văn bản thay thế</source>
   <translation>Draw up replacement</translation>
  </message>
  <message>
   <source>Lệnh áp giải</source>
   <translation>Escort order</translation>
  </message>
  <message>
   <source>Mở</source>
   <translation>Open</translation>
  </message>
  <message>
   <source>Mở bản quét</source>
   <translation>Open scan</translation>
  </message>
  <message>
   <source>Mở bản quét văn bản</source>
   <translation>Open scan of document</translation>
  </message>
  <message>
   <source>Mở bản đó</source>
   <translation>Open version</translation>
  </message>
  <message>
   <source>Mở danh sách cán bộ</source>
   <translation>Open list of staff</translation>
  </message>
  <message>
   <source>Mở hồ sơ</source>
   <translation>Open case file</translation>
  </message>
  <message>
   <source>Mở hồ sơ bệnh án</source>
   <translation>Open medical record</translation>
  </message>
  <message>
   <source>Mở hồ sơ người cai nghiện</source>
   <translation>Open resident’s case file</translation>
  </message>
  <message>
   <source>Mở hồ sơ người này</source>
   <translation>Open this person’s case file</translation>
  </message>
  <message>
   <source>Mở hồ sơ tiếp nhận</source>
   <translation>Open admission file</translation>
  </message>
  <message>
   <source>Mở hồ sơ {code}</source>
   <translation>Open case file {code}</translation>
  </message>
  <message>
   <source>Mở khóa</source>
   <translation>Unlock</translation>
  </message>
  <message>
   <source>Mở khóa màn hình</source>
   <translation>Unlock screen</translation>
  </message>
  <message>
   <source>Mở khẩn cấp</source>
   <translation>Open emergency access</translation>
  </message>
  <message>
   <source>Mở kế hoạch</source>
   <translation>Open plan</translation>
  </message>
  <message>
   <source>Mở kết quả sàng lọc</source>
   <translation>Open screening result</translation>
  </message>
  <message>
   <source>Mở lại</source>
   <translation>Reopen</translation>
  </message>
  <message>
   <source>Mở lại hồ sơ tiếp nhận</source>
   <translation>Reopen admission file</translation>
  </message>
  <message>
   <source>Mở lại phòng, giường</source>
   <translation>Reopen room or bed</translation>
  </message>
  <message>
   <source>Mở lại việc</source>
   <translation>Reopen task</translation>
  </message>
  <message>
   <source>Mở phiếu</source>
   <translation>Open slip</translation>
  </message>
  <message>
   <source>Mở phần HIV</source>
   <translation>Open HIV part</translation>
  </message>
  <message>
   <source>Mở sổ của người này</source>
   <translation>Open person’s ledger</translation>
  </message>
  <message>
   <source>Mở sổ số giữa năm</source>
   <translation>Open number register mid-year</translation>
  </message>
  <message>
   <source>Mở tài liệu đính kèm</source>
   <translation>Open attachment</translation>
  </message>
  <message>
   <source>Mở văn bản</source>
   <translation>Open document</translation>
  </message>
  <message>
   <source>Mở văn bản này</source>
   <translation>Open this document</translation>
  </message>
  <message>
   <source>Mở văn bản đi</source>
   <translation>Open outgoing document</translation>
  </message>
  <message>
   <source>Mở văn bản đến</source>
   <translation>Open incoming document</translation>
  </message>
  <message>
   <source>Mở để làm</source>
   <translation>Open to do</translation>
  </message>
  <message>
   <source>Người khác</source>
   <translation>Someone else</translation>
  </message>
  <message>
   <source>Ngừng dùng thuốc theo lần cai nghiện</source>
   <translation>Stop medicines by stay</translation>
  </message>
  <message>
   <source>Ngừng y lệnh</source>
   <translation>Stop order</translation>
  </message>
  <message>
   <source>Nhận các lần cai nghiện từ sổ cũ</source>
   <translation>Take over stays from old register</translation>
  </message>
  <message>
   <source>Nhận giữ</source>
   <translation>Take in</translation>
  </message>
  <message>
   <source>Nhận giữ tiền, tư trang</source>
   <translation>Take in money, belongings</translation>
  </message>
  <message>
   <source>Nhận giữ tiền, tư trang khi đến</source>
   <translation>Take in money, belongings on arrival</translation>
  </message>
  <message>
   <source>Nhận giữ tủ thuốc trực</source>
   <translation>Take over duty cabinet</translation>
  </message>
  <message>
   <source>Nhận giữ đồ vật</source>
   <translation>Take in belongings</translation>
  </message>
  <message>
   <source>Nhận lại thuốc không dùng hết (PL XVIII)</source>
   <translation>Take back unused medicine (App. XVIII)</translation>
  </message>
  <message>
   <source>Nhận người vắng mặt trở lại</source>
   <translation>Record return of absent person</translation>
  </message>
  <message>
   <source>Nhận tiền</source>
   <translation>Receive money</translation>
  </message>
  <message>
   <source>Nhận tiền lưu ký</source>
   <translation>Receive safekeeping money</translation>
  </message>
  <message>
   <source>Nhận trở lại</source>
   <translation>Record return</translation>
  </message>
  <message>
   <source>Nhận trở lại cơ sở</source>
   <translation>Record return to facility</translation>
  </message>
  <message>
   <source>Nhận yêu cầu của cơ quan tố tụng</source>
   <translation>Receive request of procedural authority</translation>
  </message>
  <message>
   <source>Nhận yêu cầu tố tụng</source>
   <translation>Receive proceedings request</translation>
  </message>
  <message>
   <source>Nhận đơn chịu tang (V-48)</source>
   <translation>Receive funeral leave form (V-48)</translation>
  </message>
  <message>
   <source>Nhận đơn xin về chịu tang (V-48)</source>
   <translation>Receive funeral leave application (V-48)</translation>
  </message>
  <message>
   <source>Nhập danh sách</source>
   <translation>Import list</translation>
  </message>
  <message>
   <source>Nhập danh sách ai ở giường nào</source>
   <translation>Import list of who is in which bed</translation>
  </message>
  <message>
   <source>Nhập danh sách người cai nghiện</source>
   <translation>Import list of residents</translation>
  </message>
  <message>
   <source>Nhập danh sách từ bảng tính</source>
   <translation>Import list from spreadsheet</translation>
  </message>
  <message>
   <source>Nhập khóa công khai của cơ sở khác</source>
   <translation>Import public key of another facility</translation>
  </message>
  <message>
   <source>Nhập sơ đồ khu, phòng, giường</source>
   <translation>Import plan of zones, rooms and beds</translation>
  </message>
  <message>
   <source>Nhập thuốc</source>
   <translation>Receive stock</translation>
  </message>
  <message>
   <source>Nhờ người thứ hai xác nhận</source>
   <translation>Ask a second person to countersign</translation>
  </message>
  <message>
   <source>Niêm phong lại</source>
   <translation>Reseal</translation>
  </message>
  <message>
   <source>Niêm phong lại, chuyển chỗ túi đồ vật</source>
   <translation>Reseal or move bag of belongings</translation>
  </message>
  <message>
   <source>Nâng cấp dữ liệu</source>
   <translation>Upgrade data</translation>
  </message>
  <message>
   <source>Phát thuốc theo phiếu lĩnh</source>
   <translation>Issue medicine by requisition</translation>
  </message>
  <message>
   <source>Phân loại lại thuốc từ một ngày</source>
   <translation>Reclassify medicine from a day</translation>
  </message>
  <message>
   <source>Phân loại sức khỏe người mới đến</source>
   <translation>Triage new arrival’s health</translation>
  </message>
  <message>
   <source>Phê duyệt quy tắc dùng thuốc</source>
   <translation>Approve medicine rule</translation>
  </message>
  <message>
   <source>Phê duyệt thuốc trong danh mục</source>
   <translation>Approve medicine in list</translation>
  </message>
  <message>
   <source>Quy ước chỗ ở</source>
   <translation>Accommodation conventions</translation>
  </message>
  <message>
   <source>Quyết định báo kết quả xét nghiệm</source>
   <translation>Decide on reporting test result</translation>
  </message>
  <message>
   <source>Quyết định cho vắng mặt</source>
   <translation>Decide to allow absence</translation>
  </message>
  <message>
   <source>Quyết định cách tính</source>
   <translation>Decide how it counts</translation>
  </message>
  <message>
   <source>Quyết định xét nghiệm chất ma túy</source>
   <translation>Decide on drug test</translation>
  </message>
  <message>
   <source>Ra quyết định truy tìm (V-43)</source>
   <translation>Issue search order (V-43)</translation>
  </message>
  <message>
   <source>Ra y lệnh thuốc</source>
   <translation>Write medicine order</translation>
  </message>
  <message>
   <source>Rút việc</source>
   <translation>Withdraw task</translation>
  </message>
  <message>
   <source>Sao lưu</source>
   <translation>Back up</translation>
  </message>
  <message>
   <source>Sao lưu và nâng cấp</source>
   <translation>Back up and upgrade</translation>
  </message>
  <message>
   <source>Sửa</source>
   <translation>Edit</translation>
  </message>
  <message>
   <source>Sửa cài đặt an toàn</source>
   <translation>Edit security settings</translation>
  </message>
  <message>
   <source>Sửa cảnh báo</source>
   <translation>Edit alert</translation>
  </message>
  <message>
   <source>Sửa cặp không xếp chung</source>
   <translation>Edit keep-apart pair</translation>
  </message>
  <message>
   <source>Sửa dòng sổ</source>
   <translation>Edit register entry</translation>
  </message>
  <message>
   <source>Sửa dòng sổ văn bản đến</source>
   <translation>Edit entry of incoming register</translation>
  </message>
  <message>
   <source>Sửa giấy tờ</source>
   <translation>Edit ID document</translation>
  </message>
  <message>
   <source>Sửa giấy tờ tùy thân</source>
   <translation>Edit ID document</translation>
  </message>
  <message>
   <source>Sửa hồ sơ</source>
   <translation>Edit record</translation>
  </message>
  <message>
   <source>Sửa hồ sơ cán bộ</source>
   <translation>Edit staff record</translation>
  </message>
  <message>
   <source>Sửa hồ sơ cơ sở</source>
   <translation>Edit facility profile</translation>
  </message>
  <message>
   <source>Sửa khu, phân khu</source>
   <translation>Edit zone or subzone</translation>
  </message>
  <message>
   <source>Sửa lý do ra</source>
   <translation>Edit leaving reason</translation>
  </message>
  <message>
   <source>Sửa lại</source>
   <translation>Edit again</translation>
  </message>
  <message>
   <source>Sửa lần cai nghiện trước đây</source>
   <translation>Edit past rehabilitation</translation>
  </message>
  <message>
   <source>Sửa lệch ngăn khóa và tài khoản</source>
   <translation>Reconcile key slots and accounts</translation>
  </message>
  <message>
   <source>Sửa ma túy đã sử dụng</source>
   <translation>Edit drug used</translation>
  </message>
  <message>
   <source>Sửa nhà, dãy</source>
   <translation>Edit building or block</translation>
  </message>
  <message>
   <source>Sửa nhân thân</source>
   <translation>Edit personal details</translation>
  </message>
  <message>
   <source>Sửa phòng</source>
   <translation>Edit room</translation>
  </message>
  <message>
   <source>Sửa quy tắc dùng thuốc</source>
   <translation>Edit medicine rule</translation>
  </message>
  <message>
   <source>Sửa thuốc trong danh mục</source>
   <translation>Edit medicine in list</translation>
  </message>
  <message>
   <source>Sửa thân nhân</source>
   <translation>Edit relative</translation>
  </message>
  <message>
   <source>Sửa tiếp</source>
   <translation>Edit further</translation>
  </message>
  <message>
   <source>Sửa tiền án, tiền sự</source>
   <translation>Edit conviction or administrative violation</translation>
  </message>
  <message>
   <source>Sửa tên gọi khác</source>
   <translation>Edit other name</translation>
  </message>
  <message>
   <source>Sửa tên tài liệu</source>
   <translation>Rename document</translation>
  </message>
  <message>
   <source>Sửa tổ, đổi người phụ trách</source>
   <translation>Edit team, change person in charge</translation>
  </message>
  <message>
   <source>Sửa đặc điểm</source>
   <translation>Edit mark</translation>
  </message>
  <message>
   <source>Sửa đặc điểm nhận dạng</source>
   <translation>Edit identifying mark</translation>
  </message>
  <message>
   <source>Sửa địa chỉ</source>
   <translation>Edit address</translation>
  </message>
  <message>
   <source>Thay khóa ký mã văn bản</source>
   <translation>Replace key that signs document codes</translation>
  </message>
  <message>
   <source>Thu hồi quyền</source>
   <translation>Revoke access</translation>
  </message>
  <message>
   <source>Thu hồi quyền xem có thời hạn</source>
   <translation>Revoke time-limited access</translation>
  </message>
  <message>
   <source>Thêm chứng chỉ</source>
   <translation>Add certificate</translation>
  </message>
  <message>
   <source>Thêm cán bộ</source>
   <translation>Add staff member</translation>
  </message>
  <message>
   <source>Thêm dòng</source>
   <translation>Add row</translation>
  </message>
  <message>
   <source>Thêm giường</source>
   <translation>Add bed</translation>
  </message>
  <message>
   <source>Thêm giấy tờ</source>
   <translation>Add ID document</translation>
  </message>
  <message>
   <source>Thêm giấy tờ tùy thân</source>
   <translation>Add ID document</translation>
  </message>
  <message>
   <source>Thêm khu</source>
   <translation>Add zone</translation>
  </message>
  <message>
   <source>Thêm khu, phân khu</source>
   <translation>Add zone or subzone</translation>
  </message>
  <message>
   <source>Thêm người báo tin</source>
   <translation>Add emergency contact</translation>
  </message>
  <message>
   <source>Thêm người cai nghiện</source>
   <translation>Add resident</translation>
  </message>
  <message>
   <source>Thêm nhà</source>
   <translation>Add building</translation>
  </message>
  <message>
   <source>Thêm nhà, dãy</source>
   <translation>Add building or block</translation>
  </message>
  <message>
   <source>Thêm nơi nhận</source>
   <translation>Add recipient</translation>
  </message>
  <message>
   <source>Thêm nơi để thuốc</source>
   <translation>Add storage place</translation>
  </message>
  <message>
   <source>Thêm phòng</source>
   <translation>Add room</translation>
  </message>
  <message>
   <source>Thêm thuốc vào danh mục</source>
   <translation>Add medicine to list</translation>
  </message>
  <message>
   <source>Thêm thân nhân</source>
   <translation>Add relative</translation>
  </message>
  <message>
   <source>Thêm tài khoản</source>
   <translation>Add account</translation>
  </message>
  <message>
   <source>Thêm tên gọi khác</source>
   <translation>Add other name</translation>
  </message>
  <message>
   <source>Thêm yêu cầu</source>
   <translation>Add need</translation>
  </message>
  <message>
   <source>Thêm địa chỉ</source>
   <translation>Add address</translation>
  </message>
  <message>
   <source>Thêm ảnh</source>
   <translation>Add photo</translation>
  </message>
  <message>
   <source>Thêm ảnh chân dung</source>
   <translation>Add portrait photo</translation>
  </message>
  <message>
   <source>Thôi không hủy thuốc</source>
   <translation>Call off destruction</translation>
  </message>
  <message>
   <source>Thôi lịch theo dõi</source>
   <translation>End observation plan</translation>
  </message>
  <message>
   <source>Thôi theo dõi nguy cơ tự hại</source>
   <translation>End self-harm risk observation</translation>
  </message>
  <message>
   <source>Thôi điều chuyển</source>
   <translation>Call off facility transfer</translation>
  </message>
  <message>
   <source>Thôi đề nghị</source>
   <translation>Call off request</translation>
  </message>
  <message>
   <source>Thôi đề nghị vắng mặt</source>
   <translation>Call off absence request</translation>
  </message>
  <message>
   <source>Thông báo chuẩn bị hoàn thành (V-51)</source>
   <translation>Completion notice (V-51)</translation>
  </message>
  <message>
   <source>Tiếp nhận</source>
   <translation>Admit</translation>
  </message>
  <message>
   <source>Tiếp nhận lần mới</source>
   <translation>Admit again</translation>
  </message>
  <message>
   <source>Tiếp nhận nhanh</source>
   <translation>Quick admission</translation>
  </message>
  <message>
   <source>Tiếp nhận nhanh một người</source>
   <translation>Quick admission of one person</translation>
  </message>
  <message>
   <source>Tiếp nhận nhiều người</source>
   <translation>Admit several people</translation>
  </message>
  <message>
   <source>Tiếp nhận theo danh sách</source>
   <translation>Admit from list</translation>
  </message>
  <message>
   <source>Tiếp nhận tất cả</source>
   <translation>Admit all</translation>
  </message>
  <message>
   <source>Tiếp tục</source>
   <translation>Continue</translation>
  </message>
  <message>
   <source>Tiếp tục tiếp nhận</source>
   <translation>Continue admission</translation>
  </message>
  <message>
   <source>Trả lại liều không dùng</source>
   <translation>Return unused dose</translation>
  </message>
  <message>
   <source>Trả lại quyền</source>
   <translation>Return permission</translation>
  </message>
  <message>
   <source>Trả lại quyền mở khẩn cấp</source>
   <translation>Return emergency access</translation>
  </message>
  <message>
   <source>Trả tiền, đồ vật, cấp tiền tàu xe</source>
   <translation>Return money and belongings, pay fare</translation>
  </message>
  <message>
   <source>Trả toàn bộ tiền, đồ vật lưu ký</source>
   <translation>Return all safekeeping money and belongings</translation>
  </message>
  <message>
   <source>Trả tất cả</source>
   <translation>Return all</translation>
  </message>
  <message>
   <source>Trả, chuyển giao</source>
   <translation>Return, hand over</translation>
  </message>
  <message>
   <source>Trả, chuyển giao đồ vật lưu ký</source>
   <translation>Return, hand over safekeeping belongings</translation>
  </message>
  <message>
   <source>Tìm người</source>
   <translation>Find person</translation>
  </message>
  <message>
   <source>Tính lại thời hạn của mọi người</source>
   <translation>Recalculate everyone’s term</translation>
  </message>
  <message>
   <source>Tạm đình chỉ, đưa về gia đình</source>
   <translation>Suspend and send to family</translation>
  </message>
  <message>
   <source>Tạm đóng</source>
   <translation>Close for now</translation>
  </message>
  <message>
   <source>Tạo việc</source>
   <translation>Create task</translation>
  </message>
  <message>
   <source>Tổ quản lý</source>
   <translation>Management team</translation>
  </message>
  <message>
   <source>Vào chương trình</source>
   <translation>Enter program</translation>
  </message>
  <message>
   <source>Vào sổ văn bản đến</source>
   <translation>Register incoming document</translation>
  </message>
  <message>
   <source>Về các buổi điểm danh</source>
   <translation>Back to roll calls</translation>
  </message>
  <message>
   <source>Về sơ đồ</source>
   <translation>Back to plan</translation>
  </message>
  <message>
   <source>Xem ai đã dùng một lô thuốc cần giữ kín</source>
   <translation>View who used a lot of confidential medicine</translation>
  </message>
  <message>
   <source>Xem biên bản</source>
   <translation>View minutes</translation>
  </message>
  <message>
   <source>Xem bằng quyền được cấp</source>
   <translation>View with granted access</translation>
  </message>
  <message>
   <source>Xem chứng chỉ</source>
   <translation>Show certificates</translation>
  </message>
  <message>
   <source>Xem cả thuốc cần giữ kín trong một lần nhận lại thuốc</source>
   <translation>View confidential medicines too in a medicine take-back</translation>
  </message>
  <message>
   <source>Xem cảnh báo cần giữ kín của một y lệnh</source>
   <translation>View confidential alerts of an order</translation>
  </message>
  <message>
   <source>Xem cảnh báo của một y lệnh</source>
   <translation>View alerts of an order</translation>
  </message>
  <message>
   <source>Xem dòng đó</source>
   <translation>Show that entry</translation>
  </message>
  <message>
   <source>Xem giấy</source>
   <translation>View paper</translation>
  </message>
  <message>
   <source>Xem liều cần giữ kín của một lượt</source>
   <translation>View confidential doses of a round</translation>
  </message>
  <message>
   <source>Xem liều cần giữ kín của một người</source>
   <translation>View a person’s confidential doses</translation>
  </message>
  <message>
   <source>Xem lại</source>
   <translation>Check again</translation>
  </message>
  <message>
   <source>Xem lần cai nghiện khác</source>
   <translation>Show other stay</translation>
  </message>
  <message>
   <source>Xem mọi việc</source>
   <translation>Show all tasks</translation>
  </message>
  <message>
   <source>Xem những ngày tới</source>
   <translation>Show the coming days</translation>
  </message>
  <message>
   <source>Xem thay đổi</source>
   <translation>Show changes</translation>
  </message>
  <message>
   <source>Xem thuốc cần giữ kín của một người</source>
   <translation>View a person’s confidential medicines</translation>
  </message>
  <message>
   <source>Xem trước khi ban hành</source>
   <translation>Preview before issuing</translation>
  </message>
  <message>
   <source>Xem trước và in</source>
   <translation>Preview and print</translation>
  </message>
  <message>
   <source>Xem việc đã đóng</source>
   <translation>Show closed tasks</translation>
  </message>
  <message>
   <source>Xem y lệnh cần giữ kín chờ duyệt</source>
   <translation>View confidential orders to approve</translation>
  </message>
  <message>
   <source>Xem y lệnh cần giữ kín của một người</source>
   <translation>View a person’s confidential orders</translation>
  </message>
  <message>
   <source>Xuất bản nháp biểu mẫu</source>
   <translation>Export draft form</translation>
  </message>
  <message>
   <source>Xuất bản nháp văn bản</source>
   <translation>Export draft document</translation>
  </message>
  <message>
   <source>Xuất danh sách lần cai nghiện</source>
   <translation>Export list of stays</translation>
  </message>
  <message>
   <source>Xuất danh sách người cai nghiện</source>
   <translation>Export list of residents</translation>
  </message>
  <message>
   <source>Xuất khóa công khai của cơ sở</source>
   <translation>Export public key of the facility</translation>
  </message>
  <message>
   <source>Xuất sổ văn bản</source>
   <translation>Export register</translation>
  </message>
  <message>
   <source>Xác nhận</source>
   <translation>Confirm</translation>
  </message>
  <message>
   <source>Xác nhận giấy tờ</source>
   <translation>Confirm paper</translation>
  </message>
  <message>
   <source>Xác nhận giấy tờ của sự kiện</source>
   <translation>Confirm paper of event</translation>
  </message>
  <message>
   <source>Xác nhận hủy</source>
   <translation>Confirm voiding</translation>
  </message>
  <message>
   <source>Xác định chế độ luật, ngày bắt đầu chấp hành</source>
   <translation>Settle legal regime and start of term</translation>
  </message>
  <message>
   <source>Xác định nơi cư trú sau khi ra cơ sở</source>
   <translation>Determine residence after discharge</translation>
  </message>
  <message>
   <source>Xét lần mở khẩn cấp</source>
   <translation>Review emergency access</translation>
  </message>
  <message>
   <source>Xét lần mở này</source>
   <translation>Review this access</translation>
  </message>
  <message>
   <source>Xóa giá trị trong nhật ký</source>
   <translation>Erase value in audit trail</translation>
  </message>
  <message>
   <source>Xếp giường</source>
   <translation>Assign bed</translation>
  </message>
  <message>
   <source>Xếp vào tổ</source>
   <translation>Put in team</translation>
  </message>
  <message>
   <source>Xếp, chuyển giường</source>
   <translation>Assign, change bed</translation>
  </message>
  <message>
   <source>Yêu cầu chỗ ở vì lý do y tế</source>
   <translation>Set medical accommodation need</translation>
  </message>
  <message>
   <source>Yêu cầu về chỗ ở</source>
   <translation>Accommodation need</translation>
  </message>
  <message>
   <source>Đi tới</source>
   <translation>Go to</translation>
  </message>
  <message>
   <source>Đi viện</source>
   <translation>Hospital</translation>
  </message>
  <message>
   <source>Điền số còn được cấp</source>
   <translation>Fill amounts still due</translation>
  </message>
  <message>
   <source>Điểm danh</source>
   <translation>Call roll</translation>
  </message>
  <message>
   <source>Điểm danh tiếp</source>
   <translation>Continue roll call</translation>
  </message>
  <message>
   <source>Đánh dấu giấy tờ tiếp nhận</source>
   <translation>Mark admission papers</translation>
  </message>
  <message>
   <source>Đã bàn giao cho cơ sở khác</source>
   <translation>Handed over to other facility</translation>
  </message>
  <message>
   <source>Đã chép xong</source>
   <translation>Copied, close</translation>
  </message>
  <message>
   <source>Đã có</source>
   <translation>On file</translation>
  </message>
  <message>
   <source>Đính kèm bản quét</source>
   <translation>Attach scan</translation>
  </message>
  <message>
   <source>Đính kèm bản quét quyết định</source>
   <translation>Attach scan of decision</translation>
  </message>
  <message>
   <source>Đính kèm bản quét văn bản</source>
   <translation>Attach scan of document</translation>
  </message>
  <message>
   <source>Đính kèm tài liệu</source>
   <translation>Attach document</translation>
  </message>
  <message>
   <source>Đính ảnh đồ vật lưu ký</source>
   <translation>Attach photo of safekeeping belongings</translation>
  </message>
  <message>
   <source>Đóng</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Đóng hồ sơ bằng biên nhận</source>
   <translation>Close file with receipt</translation>
  </message>
  <message>
   <source>Đóng hồ sơ ra cơ sở</source>
   <translation>Close discharge file</translation>
  </message>
  <message>
   <source>Đóng phòng, giường</source>
   <translation>Close room or bed</translation>
  </message>
  <message>
   <source>Đăng nhập</source>
   <translation>Sign in</translation>
  </message>
  <message>
   <source>Đăng xuất</source>
   <translation>Sign out</translation>
  </message>
  <message>
   <source>Đưa lần phân loại vào lần cai nghiện</source>
   <translation>Add triage to stay</translation>
  </message>
  <message>
   <source>Đưa đi cơ sở khám bệnh, chữa bệnh</source>
   <translation>Send to medical facility</translation>
  </message>
  <message>
   <source>Đưa đi viện</source>
   <translation>Send to hospital</translation>
  </message>
  <message>
   <source>Đưa đi điều chuyển</source>
   <translation>Send on facility transfer</translation>
  </message>
  <message>
   <source>Đặt cảnh báo</source>
   <translation>Set alert</translation>
  </message>
  <message>
   <source>Đặt giá trị mới</source>
   <translation>Set new value</translation>
  </message>
  <message>
   <source>Đặt giá trị thông số pháp lý</source>
   <translation>Set value of legal parameter</translation>
  </message>
  <message>
   <source>Đặt lịch theo dõi</source>
   <translation>Set observation plan</translation>
  </message>
  <message>
   <source>Đặt mức theo dõi nguy cơ tự hại</source>
   <translation>Set self-harm risk observation level</translation>
  </message>
  <message>
   <source>Đặt quy ước</source>
   <translation>Set conventions</translation>
  </message>
  <message>
   <source>Đặt quy ước về chỗ ở</source>
   <translation>Set conventions on accommodation</translation>
  </message>
  <message>
   <source>Đến dòng trống</source>
   <translation>To empty row</translation>
  </message>
  <message>
   <source>Đề nghị hủy thuốc</source>
   <translation>Ask to destroy medicine</translation>
  </message>
  <message>
   <source>Đề nghị tạm đình chỉ, miễn (V-46)</source>
   <translation>Request suspension, waiver (V-46)</translation>
  </message>
  <message>
   <source>Đề xuất giường</source>
   <translation>Propose beds</translation>
  </message>
  <message>
   <source>Đối chiếu</source>
   <translation>Check</translation>
  </message>
  <message>
   <source>Đổi giường hai người</source>
   <translation>Swap beds of two people</translation>
  </message>
  <message>
   <source>Đổi khóa dữ liệu</source>
   <translation>Change data key</translation>
  </message>
  <message>
   <source>Đổi mật khẩu</source>
   <translation>Change password</translation>
  </message>
  <message>
   <source>Đổi sức chứa</source>
   <translation>Change capacity</translation>
  </message>
  <message>
   <source>Đổi sức chứa của phòng</source>
   <translation>Change room capacity</translation>
  </message>
  <message>
   <source>Đổi vai trò</source>
   <translation>Change roles</translation>
  </message>
  <message>
   <source>Đổi y lệnh thuốc</source>
   <translation>Change medicine order</translation>
  </message>
 </context>
 <context>
  <name>warnings</name>
  <message>
   <source>Bác sĩ không chuyên khoa tâm thần phụ trách giai đoạn {number} ({stage}) phải được đào tạo về điều trị cắt cơn, giải độc, rối loạn tâm thần.</source>
   <translation>A doctor not specialised in psychiatry in charge of stage {number} ({stage}) must be trained in detoxification and the treatment of mental disorders.</translation>
  </message>
  <message>
   <source>Chưa biết ngày hết hạn: luật không nói thời gian {kind} từ {first} (sự kiện {number}) tính thế nào. Người có thẩm quyền quyết định, có lý do. Nếu tính vào thời hạn: {earliest}; nếu không: {latest}.</source>
   <translation>The end of the term is not known: the law does not say how {kind} from {first} (event {number}) counts. The competent person decides, with a reason. If it counts towards the term: {earliest}; if not: {latest}.</translation>
  </message>
  <message>
   <source>Chưa biết ngày hết hạn: sự kiện {number} ({kind} từ {first}) chưa kết thúc. Ngày hết hạn được tính lại khi có ngày trở lại.</source>
   <translation>The end of the term is not known: event {number} ({kind} from {first}) has not ended. It is recalculated when there is a return date.</translation>
  </message>
  <message>
   <source>Chưa có quyết định giao cơ sở tiếp nhận. Hãy hỏi Công an cấp tỉnh, rồi ghi ở bảng Quyết định; việc chấp hành không chờ giấy này.</source>
   <translation>There is no facility assignment decision yet. Ask the provincial police, then record it under Decision; serving the term does not wait for this paper.</translation>
  </message>
  <message>
   <source>Chưa đủ 12 tuổi vào ngày bắt đầu {start}: pháp luật không cho đưa vào cơ sở. Hãy báo ngay người đứng đầu cơ sở.</source>
   <translation>Not yet 12 years old at the start of the term {start}: the law does not allow placement in a facility. Report to the head of facility at once.</translation>
  </message>
  <message>
   <source>Chỉ biết năm sinh {birth_year}: vào ngày bắt đầu {start} chưa rõ đã đủ {years} tuổi chưa; khi chưa rõ, tính ngày sinh là 31/12/{birth_year}. Hãy tìm giấy tờ ghi đủ ngày sinh, rồi sửa ở trang của người này.</source>
   <translation>Only the year of birth {birth_year} is known: it is not clear whether this person was already {years} years old at the start of the term {start}; while it is not clear, the date of birth counts as 31/12/{birth_year}. Find a paper with the full date of birth, then correct it on this person’s page.</translation>
  </message>
  <message>
   <source>Giai đoạn {number} ({stage}) bắt đầu {start} khi giai đoạn 2 chưa kết thúc. Hãy sửa ngày hoặc ghi lý do.</source>
   <translation>Stage {number} ({stage}) begins on {start} while stage 2 has not ended. Correct the date or state a reason.</translation>
  </message>
  <message>
   <source>Giai đoạn {number} ({stage}) bắt đầu {start}, trong khi {days} ngày trước ngày hết hạn là {begins}. Hãy ghi lý do.</source>
   <translation>Stage {number} ({stage}) begins on {start}, while {days} days before the end of the term is {begins}. State a reason.</translation>
  </message>
  <message>
   <source>Giai đoạn {number} ({stage}) kéo dài {days} ngày, quá tối đa {limit} ngày. Hãy ghi lý do.</source>
   <translation>Stage {number} ({stage}) lasts {days} days, more than the maximum of {limit} days. State a reason.</translation>
  </message>
  <message>
   <source>Giai đoạn {number} ({stage}) kết thúc {end}, chưa đủ {limit} tháng (sớm nhất {lawful}). Hãy ghi lý do.</source>
   <translation>Stage {number} ({stage}) ends on {end}, in less than {limit} months (earliest {lawful}). State a reason.</translation>
  </message>
  <message>
   <source>Giai đoạn {number} ({stage}) kết thúc {end}, trước ngày hết hạn {term}. Hãy ghi lý do.</source>
   <translation>Stage {number} ({stage}) ends on {end}, before the end of the term {term}. State a reason.</translation>
  </message>
  <message>
   <source>Giai đoạn {number} ({stage}) mới {days} ngày, chưa đủ {limit} ngày. Hãy ghi lý do.</source>
   <translation>Stage {number} ({stage}) has only {days} days, fewer than {limit}. State a reason.</translation>
  </message>
  <message>
   <source>Giai đoạn {number} ({stage}) phải bắt đầu từ {begins}. Hãy bắt đầu ngay.</source>
   <translation>Stage {number} ({stage}) must begin on {begins}. Begin it now.</translation>
  </message>
  <message>
   <source>Lý do kết thúc “{code}” không thuộc diện “{type}”. Người này vẫn ra cơ sở; hãy chọn lại lý do cho đúng.</source>
   <translation>The reason of the end “{code}” does not belong to “{type}”. The person is still discharged; choose the right reason.</translation>
  </message>
  <message>
   <source>Người này mới {age} tuổi; cai nghiện áp dụng từ đủ 12 tuổi. Hãy kiểm tra ngày sinh.</source>
   <translation>This person is only {age} years old; rehabilitation applies from the age of 12. Check the date of birth.</translation>
  </message>
  <message>
   <source>Người này {age} tuổi nên không thuộc diện {type}. Hãy chọn lại diện hoặc ghi lý do.</source>
   <translation>This person is {age} years old, so {type} does not apply. Choose the type of stay again or state a reason.</translation>
  </message>
  <message>
   <source>Người này {age} tuổi, cơ sở chưa khai có khu riêng cho người dưới 18 tuổi. Hãy ghi căn cứ: cơ sở đủ điều kiện, hoặc thời hạn còn dưới 6 tháng theo Đ151.6.</source>
   <translation>This person is {age} years old and the facility has not declared a separate zone for people under 18. State the legal basis: the facility qualifies, or less than 6 months of the term are left under Art. 151.6.</translation>
  </message>
  <message>
   <source>Người phụ trách giai đoạn {number} ({stage}) phải là bác sĩ có chứng chỉ hành nghề tâm thần, đa khoa, nội hoặc y học cổ truyền.</source>
   <translation>The person in charge of stage {number} ({stage}) must be a doctor licensed in psychiatry, general, internal or traditional medicine.</translation>
  </message>
  <message>
   <source>Người thực hiện giai đoạn {number} ({stage}) chưa được đào tạo: {missing}.</source>
   <translation>Whoever carries out stage {number} ({stage}) lacks training in: {missing}.</translation>
  </message>
  <message>
   <source>Người thực hiện giai đoạn {number} ({stage}) phải có trình độ từ trung cấp trở lên.</source>
   <translation>Whoever carries out stage {number} ({stage}) must have intermediate level or higher.</translation>
  </message>
  <message>
   <source>Quyết định ban hành {issued} sau ngày tiếp nhận {admitted}. Hãy kiểm tra hai ngày, ghi lý do.</source>
   <translation>The decision was issued on {issued}, after the admission on {admitted}. Check both dates, state a reason.</translation>
  </message>
  <message>
   <source>Quyết định ghi {months} tháng, trong khi thời hạn của diện “{type}” là {least} hoặc {most} tháng. Chương trình tính theo quyết định; hãy đối chiếu lại bản quyết định và chế độ luật.</source>
   <translation>The decision says {months} months, while the term for “{type}” is {least} or {most} months. The program follows the decision; check the decision and the legal regime again.</translation>
  </message>
  <message>
   <source>Quyết định ghi {months} tháng, trong khi thời hạn của diện “{type}” từ {least} đến {most} tháng. Chương trình tính theo quyết định; hãy đối chiếu lại bản quyết định và chế độ luật.</source>
   <translation>The decision says {months} months, while the term for “{type}” is {least} to {most} months. The program follows the decision; check the decision and the legal regime again.</translation>
  </message>
  <message>
   <source>Quyết định in đến ngày {printed}, muộn hơn ngày tính được {counted} là {days} ngày. Người này ra theo ngày tính được; hãy xác định trên giấy với cơ quan ra quyết định.</source>
   <translation>The decision says until {printed}, {days} days later than the calculated date {counted}. This person is discharged on the calculated date; settle it on paper with the deciding authority.</translation>
  </message>
  <message>
   <source>Quyết định in đến ngày {printed}, sớm hơn ngày tính được {counted} là {days} ngày. Hãy xác định trên giấy với cơ quan ra quyết định; khi chưa rõ, ngày sớm hơn có lợi cho người cai nghiện.</source>
   <translation>The decision says until {printed}, {days} days earlier than the calculated date {counted}. Settle it on paper with the deciding authority; until then the earlier date favours the resident.</translation>
  </message>
  <message>
   <source>Sau {kind} từ {first} (sự kiện {number}), đến ngày {day} thời hạn còn lại dưới {months} tháng: không phải chấp hành tiếp, ngày {day} là ngày ra cơ sở. Nếu đã nhận trở lại, cho ra ngay.</source>
   <translation>After {kind} from {first} (event {number}), on {day} less than {months} months of the term are left: the rest need not be served, and {day} is the discharge date. If the return was already recorded, discharge at once.</translation>
  </message>
  <message>
   <source>Sự kiện {number} ({kind} ngày {first}) ghi là hoàn thành trước ngày hết hạn {end}. Ra trước hạn cần giấy tờ làm căn cứ; hãy xem lại ngày hoặc lý do.</source>
   <translation>Event {number} ({kind} on {first}) says completed before the end of the term {end}. Early discharge needs a paper as its legal basis; check the date or the reason.</translation>
  </message>
  <message>
   <source>Sự kiện {number} ({kind} ngày {first}) giảm quá {most} tháng. Hãy đối chiếu quyết định của Tòa án.</source>
   <translation>Event {number} ({kind} on {first}) reduces the term by more than {most} months. Check the court decision.</translation>
  </message>
  <message>
   <source>Sự kiện {number} ({kind} ngày {first}) kéo dài thời hạn khi thời hạn đã hết ngày {end}: không được tính, người này phải ra cơ sở từ ngày đó. Hãy báo ngay người đứng đầu cơ sở.</source>
   <translation>Event {number} ({kind} on {first}) lengthens the term when it was already over on {end}: it is not counted, and this person must be discharged from that day. Report to the head of facility at once.</translation>
  </message>
  <message>
   <source>Sự kiện {number} ({kind} ngày {first}) kéo dài thời hạn nhưng chưa có số, ngày của quyết định nên chưa được tính. Hãy ghi số và ngày của quyết định.</source>
   <translation>Event {number} ({kind} on {first}) lengthens the term, but the number and date of the decision are missing, so it is not counted yet. Record them.</translation>
  </message>
  <message>
   <source>Sự kiện {number} ({kind} ngày {first}) đã được tính nhưng chưa có số, ngày của quyết định. Hãy ghi số và ngày.</source>
   <translation>Event {number} ({kind} on {first}) has been counted, but the number and date of the decision are missing. Record them.</translation>
  </message>
  <message>
   <source>Sự kiện {number} ({kind} ngày {first}): đã kết thúc từ trước đó nên không tính. Hãy giữ một sự kiện.</source>
   <translation>Event {number} ({kind} on {first}): the stay had already ended, so it is not counted. Keep one event.</translation>
  </message>
  <message>
   <source>Sự kiện {number} ({kind} từ {first}) bắt đầu khi thời hạn đã hết nên không ảnh hưởng. Hãy xem lại ngày.</source>
   <translation>Event {number} ({kind} from {first}) begins when the term is over, so it has no effect. Check the date.</translation>
  </message>
  <message>
   <source>Sự kiện {number} ({kind} từ {first}) chưa có số, ngày của giấy tờ nên không cộng ngày nào. Hãy ghi số và ngày của quyết định rồi tính lại.</source>
   <translation>Event {number} ({kind} from {first}) has no number and date of a paper, so no days are added. Record the number and date of the decision and recalculate.</translation>
  </message>
  <message>
   <source>Sự kiện {number} ({kind} từ {first}) có giấy tờ nhưng người đứng đầu cơ sở chưa xác nhận nên không cộng ngày nào. Người đứng đầu đối chiếu, rồi “Xác nhận” ở bảng Sự kiện.</source>
   <translation>Event {number} ({kind} from {first}) has a paper, but the head of facility has not confirmed it, so no days are added. The head checks the paper, then uses “Confirm” in the table Events.</translation>
  </message>
  <message>
   <source>Sự kiện {number} ({kind} từ {first}) kéo dài quá ngày bắt đầu chấp hành {start}: phần từ ngày đó đã được tính là chấp hành, mỗi ngày chỉ tính một lần. Hãy xem lại ngày kết thúc.</source>
   <translation>Event {number} ({kind} from {first}) goes on past the start of the term {start}: the part from that day on already counts as served, and each day counts only once. Check the end date.</translation>
  </message>
  <message>
   <source>Sự kiện {number} ({kind} từ {first}) trùng với thời gian quản lý được trừ. Chỉ bỏ trốn có quyết định truy tìm mới làm giảm số ngày được trừ; hãy xem lại ngày.</source>
   <translation>Event {number} ({kind} from {first}) overlaps the credited temporary management. Only an escape with a search order lowers the days credited; check the date.</translation>
  </message>
  <message>
   <source>Sự kiện {number} ({kind} từ {first}): phần thời hạn còn lại được miễn, nhưng chưa có số, ngày của bản án. Hãy ghi số và ngày của bản án.</source>
   <translation>Event {number} ({kind} from {first}): the rest of the term is waived, but the number and date of the judgment are missing. Record them.</translation>
  </message>
  <message>
   <source>Sự kiện {number} ({kind}) nói về thời hạn, trong khi diện “{type}” không có thời hạn; không tính.</source>
   <translation>Event {number} ({kind}) is about a term, while “{type}” has no term; it is not counted.</translation>
  </message>
  <message>
   <source>Theo sự kiện {number} ({kind} ngày {first}), thời hạn đã hết từ {end}: cho ra cơ sở ngay trong ngày có quyết định.</source>
   <translation>By event {number} ({kind} on {first}) the term was already over on {end}: discharge on the very day of the decision.</translation>
  </message>
  <message>
   <source>{kind}: sự có mặt đã ghi vắng từ {first} đến {to}; sự kiện nay ngắn hơn. Đã lưu; hãy kiểm tra lại sổ gác.</source>
   <translation>{kind}: the presence records an absence from {first} to {to}; the event is now shorter. Saved; check the guard log again.</translation>
  </message>
  <message>
   <source>Đã quá ngày ra cơ sở {end} là {days} ngày. Nếu người này còn ở cơ sở, cho ra ngay và ghi lý do.</source>
   <translation>Past the discharge date {end} by {days} days. If this person is still in the facility, discharge at once and state a reason.</translation>
  </message>
  <message>
   <source>Đã đủ 18 tuổi ngày {day}, trước hoặc đúng ngày bắt đầu {start}, nhưng diện là “{type}”. Hãy xem lại.</source>
   <translation>Turned 18 on {day}, before or on the start of the term {start}, but the type of stay is “{type}”. Check it.</translation>
  </message>
  <message>
   <source>Đến {day} mới đủ 18 tuổi, sau ngày bắt đầu {start}, nhưng diện là “{type}”. Hãy xem lại.</source>
   <translation>Turns 18 only on {day}, after the start of the term {start}, but the type of stay is “{type}”. Check it.</translation>
  </message>
 </context>
 <context>
  <name>ways</name>
  <message>
   <source>(nút “Quên mật khẩu hoặc đổi máy”)</source>
   <translation>(the button “Forgotten password or new computer”)</translation>
  </message>
  <message>
   <source>(sách hướng dẫn “Bắt đầu”, phần Lập cơ sở)</source>
   <translation>(manual “Getting started”, part Creating the facility)</translation>
  </message>
  <message>
   <source>(sách hướng dẫn “Bắt đầu”, phần Sao lưu và khôi phục)</source>
   <translation>(manual “Getting started”, part Backing up and restoring)</translation>
  </message>
  <message>
   <source>(trang Tài khoản)</source>
   <translation>(page Accounts)</translation>
  </message>
  <message>
   <source>Hãy nâng cấp dữ liệu</source>
   <translation>Upgrade the data</translation>
  </message>
  <message>
   <source>Hãy đặt mật khẩu của riêng bạn trước.</source>
   <translation>Set a password of your own first.</translation>
  </message>
  <message>
   <source>Người xếp chỗ ở hãy xem trang Sơ đồ giường.</source>
   <translation>Whoever assigns accommodation should look at the page Bed board.</translation>
  </message>
  <message>
   <source>Xem các giá trị của dòng ở trang Nhật ký.</source>
   <translation>See the values of the entry on the page Audit trail.</translation>
  </message>
  <message>
   <source>Xem danh sách ở trang Tài khoản.</source>
   <translation>See the list on the page Accounts.</translation>
  </message>
  <message>
   <source>Xem số dòng ở trang Nhật ký.</source>
   <translation>See the entry numbers on the page Audit trail.</translation>
  </message>
  <message>
   <source>quản trị viên chấp nhận tệp (sách hướng dẫn “Bắt đầu”, phần Kiểm tra)</source>
   <translation>an administrator accepts the file (manual “Getting started”, part Checking)</translation>
  </message>
 </context>
</TS>
