#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "pull/environment.h"
#include "pull/inflate.h"
#include "pull/late_curl.h"
#include "pull/request.h"
#include "pull/rows_reader.h"

namespace yokoten {

/// How one exchange with one server ended.
struct Answer {
  Response response;
  std::string redirect;           ///< where the server sends on to, resolved; empty for nowhere
  bool may_pass = false;          ///< the fault may be gone a little later
  std::int64_t wait_seconds = 0;  ///< as Retry-After asks; 0 for no wish
};

/// One exchange with one server: no redirects, no retries. Everything that comes is bounded.
class Transfer {
 public:
  /// `longest` is the time that is left for it.
  Transfer(const Request& request, const std::string& url, std::chrono::milliseconds longest,
           const Environment& environment);
  ~Transfer();
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  CURL* handle() const { return easy_; }
  /// Body bytes so far, as they came.
  std::int64_t received() const { return received_; }
  /// Once libcurl is done with the handle, with its result (a CURLcode).
  Answer answer(int result);

 private:
  void set_options(const Request& request, std::chrono::milliseconds longest);
  void set_hooks(const Environment& environment);
  void set_question(const Request& request);
  void set_headers(const Request& request);
  void set_proxy(const Environment& environment);
  bool take_header(std::string_view line);
  bool take_field(const std::string& name, const std::string& value);
  long status() const;
  bool take_body(std::string_view bytes);
  bool take_refusal(std::string_view bytes);
  void begin_rows();
  bool take_rows(std::string_view bytes);
  bool stop_at_rows(RowsReader::State state);
  bool stop(std::string code, Message message);
  bool may_connect(const sockaddr& address);
  bool asks_for_news() const;
  bool has_end() const { return length_ || is_chunked_; }
  bool is_cut() const;
  std::optional<Fault> body_fault();
  Answer answer_of_status(Answer answer);
  Fault fault_of_result(int result) const;
  Fault timeout_fault() const;

  static std::size_t on_header(char* bytes, std::size_t one, std::size_t size, void* self);
  static std::size_t on_body(char* bytes, std::size_t one, std::size_t size, void* self);
  static int on_debug(CURL* easy, curl_infotype kind, char* bytes, std::size_t size, void* self);
  static curl_socket_t on_socket(void* self, curlsocktype purpose, curl_sockaddr* address);
  static int on_request(void* self, char* remote, char* local, int remote_port, int local_port);

  const Request& request_;
  std::string url_, host_;
  CURL* easy_ = nullptr;
  curl_slist* headers_ = nullptr;
  char reason_[256] = {};
  bool by_proxy_ = false;
  bool skips_body_ = false;  // of an answer that is no file
  std::optional<Fault> fault_;
  std::optional<RowsReader> rows_;
  std::optional<Inflater> inflater_;
  Inflater::State inflated_ = Inflater::State::done;
  std::size_t header_bytes_ = 0;
  std::optional<std::int64_t> length_;  // as the server says
  bool is_chunked_ = false, has_headers_ = false;
  bool says_exception_ = false;  // a header of ClickHouse's
  bool has_farewell_ = false;    // TLS was ended, not only the connection
  std::int64_t received_ = 0, on_wire_ = 0;
  std::string location_;
  Response response_;
  std::chrono::steady_clock::time_point started_;
  std::chrono::milliseconds longest_;
};

}  // namespace yokoten
