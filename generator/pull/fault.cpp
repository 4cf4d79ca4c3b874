#include "pull/fault.h"

#include <curl/curl.h>
#include <fmt/format.h>

namespace yokoten {
namespace {

Fault tls_fault(const std::string& detail, const std::string& host) {
  return {"pull.tls",
          {fmt::format("{}の証明書を確かめられません（{}）", host, detail),
           fmt::format("the certificate of {} can't be verified ({})", host, detail)}};
}

Fault connection_fault(const std::string& detail, const std::string& host) {
  return {"pull.connection",
          {fmt::format("{}との通信に失敗しました（{}）", host, detail),
           fmt::format("the connection to {} failed ({})", host, detail)}};
}

std::string meaning_ja(long status, bool has_headers) {
  switch (status) {
    case 401:
    case 403:
      return has_headers
                 ? "見る権限がないようです。headersの環境変数を確かめてください"
                 : "見る権限がないようです。urlを公開元で確かめ、鍵が要るならheadersに書いて"
                   "ください";
    case 404:
    case 410:
      return "その住所にファイルはありません。公開元でurlを確かめてください";
    case 429:
      return "アクセスが多すぎるとのことです。時間をおいてください";
    default:
      return status >= 500 ? "相手側の障害です" : "ファイルの代わりにこの返事が来ました";
  }
}

std::string meaning_en(long status, bool has_headers) {
  switch (status) {
    case 401:
    case 403:
      return has_headers ? "access is denied; look at the environment variables of headers"
                         : "access is denied; look up the url at the publisher's, or write under "
                           "headers what key it wants";
    case 404:
    case 410:
      return "nothing is at this address; look up the url at the publisher's";
    case 429:
      return "it asks for fewer requests; try again later";
    default:
      return status >= 500 ? "the server is in trouble" : "this answer came in place of a file";
  }
}

}  // namespace

Fault fault_of_transfer(int result, const std::string& detail, const std::string& host) {
  switch (result) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
      return tls_fault(detail, host);
    case CURLE_SSL_CACERT_BADFILE:
      return {
          "pull.tls",
          {"認証局のファイル（CURL_CA_BUNDLEかSSL_CERT_FILE）を読めません",
           "the file of certificate authorities (CURL_CA_BUNDLE or SSL_CERT_FILE) can't be read"}};
    case CURLE_PARTIAL_FILE:
      return {"pull.length",
              {"途中で切れました（" + detail + "）", "it was cut off (" + detail + ")"}};
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_HTTP2:
      return {"pull.protocol",
              {fmt::format("{}の返事はHTTPとして読めません（{}）", host, detail),
               fmt::format("what {} answers is no HTTP ({})", host, detail)}};
    case CURLE_OUT_OF_MEMORY:
      return {"pull.headers",
              {"返事のヘッダーが大きすぎます", "the headers of the answer are too large"}};
    default:
      return connection_fault(detail, host);
  }
}

Fault fault_of_status(long status, bool has_headers) {
  return {"pull.status",
          {fmt::format("HTTP {}: {}", status, meaning_ja(status, has_headers)),
           fmt::format("HTTP {}: {}", status, meaning_en(status, has_headers))}};
}

bool may_pass(int transfer_result) {
  switch (transfer_result) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_PARTIAL_FILE:
    case CURLE_SSL_CONNECT_ERROR:
      return true;
    default:
      return false;
  }
}

bool may_pass_status(long status) {
  return status == 408 || status == 429 || (status >= 500 && status < 600);
}

}  // namespace yokoten
