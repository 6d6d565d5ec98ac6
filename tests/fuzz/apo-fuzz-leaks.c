/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-fuzz.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>

/* The only leak that is not ours, see tests/support/leaks.supp, is told here from all others: to
 * tell it by its stack, each allocation would have to note one through libraries without frame
 * pointers, which makes everything ten times as slow.  The linker puts the function below in the
 * place of the one it calls. */

#if defined (__has_feature)
#if __has_feature (address_sanitizer)
#define APO_FINDS_LEAKS
#endif
#elif defined (__SANITIZE_ADDRESS__)
#define APO_FINDS_LEAKS
#endif

#ifdef APO_FINDS_LEAKS
#include <sanitizer/lsan_interface.h>
#else
#define __lsan_disable()
#define __lsan_enable()
#define __lsan_do_recoverable_leak_check() 0
#endif

/* A look at the whole heap takes as long as some hundred executions. */
#define EXECUTIONS_BETWEEN_LOOKS 20000

int       LLVMFuzzerInitialize             (int         *argc,
                                            char      ***argv);
GVariant *__real_json_gvariant_deserialize (JsonNode    *node,
                                            const char  *signature,
                                            GError     **error);
GVariant *__wrap_json_gvariant_deserialize (JsonNode    *node,
                                            const char  *signature,
                                            GError     **error);

static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         data)
{
  if (level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING))
    {
      g_log_writer_standard_streams (level, fields, n_fields, data);
      abort ();
    }

  return g_log_writer_default (level, fields, n_fields, data);
}

/* Of libFuzzer, which keeps the input of what aborts, but not of the trap that GLib sets. */
int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_log_set_writer_func (write_log, NULL, NULL);

  return 0;
}

GVariant *
__wrap_json_gvariant_deserialize (JsonNode    *node,
                                  const char  *signature,
                                  GError     **error)
{
  GVariant *value;

  __lsan_disable ();
  value = __real_json_gvariant_deserialize (node, signature, error);
  __lsan_enable ();

  return value;
}

/**
 * apo_fuzz_find_leaks:
 *
 * To be called after each execution: looks for leaks now and then, and ends the program if there is
 * one.  What the last ones leak is found when the program ends.
 */
void
apo_fuzz_find_leaks (void)
{
  static guint n_executions;

  if (++n_executions % EXECUTIONS_BETWEEN_LOOKS == 0 && __lsan_do_recoverable_leak_check () != 0)
    g_error ("Something is leaked by one of the last %d executions", EXECUTIONS_BETWEEN_LOOKS);
}
