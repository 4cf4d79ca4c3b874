#pragma once

#include <curl/curl.h>

#include "base/late_library.h"

namespace yokoten {

inline constexpr LateLibrary libcurl{"libcurl.so.4"};

YOKOTEN_LATE(libcurl, curl_easy_cleanup);
YOKOTEN_LATE(libcurl, curl_easy_getinfo);
YOKOTEN_LATE(libcurl, curl_easy_init);
YOKOTEN_LATE(libcurl, curl_easy_setopt);
YOKOTEN_LATE(libcurl, curl_easy_strerror);
YOKOTEN_LATE(libcurl, curl_free);
YOKOTEN_LATE(libcurl, curl_global_init);
YOKOTEN_LATE(libcurl, curl_multi_add_handle);
YOKOTEN_LATE(libcurl, curl_multi_cleanup);
YOKOTEN_LATE(libcurl, curl_multi_info_read);
YOKOTEN_LATE(libcurl, curl_multi_init);
YOKOTEN_LATE(libcurl, curl_multi_perform);
YOKOTEN_LATE(libcurl, curl_multi_poll);
YOKOTEN_LATE(libcurl, curl_multi_remove_handle);
YOKOTEN_LATE(libcurl, curl_slist_append);
YOKOTEN_LATE(libcurl, curl_slist_free_all);
YOKOTEN_LATE(libcurl, curl_url);
YOKOTEN_LATE(libcurl, curl_url_cleanup);
YOKOTEN_LATE(libcurl, curl_url_get);
YOKOTEN_LATE(libcurl, curl_url_set);
YOKOTEN_LATE(libcurl, curl_version_info);

}  // namespace yokoten
