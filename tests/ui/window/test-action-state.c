/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-action-state.h"

#include <gtk/gtk.h>

/* A widget with one action, which counts. */
typedef GtkWidget TestActor;
typedef GtkWidgetClass TestActorClass;

static GType test_actor_get_type (void);

G_DEFINE_TYPE (TestActor, test_actor, GTK_TYPE_WIDGET)

static guint n_done;

static void
count_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  n_done++;
}

static void
test_actor_class_init (TestActorClass *klass)
{
  gtk_widget_class_install_action (klass, "test.count", NULL, count_action);
}

static void
test_actor_init (TestActor *self)
{
}

static guint
activate (GtkWidget *widget)
{
  n_done = 0;
  gtk_widget_activate_action (widget, "test.count", NULL);

  return n_done;
}

static void
test_enabled (void)
{
  GtkWidget *one = g_object_ref_sink (g_object_new (test_actor_get_type (), NULL));
  GtkWidget *other = g_object_ref_sink (g_object_new (test_actor_get_type (), NULL));

  g_assert_cmpuint (activate (one), ==, 1);
  apo_action_state_set_enabled (one, "test.count", TRUE);
  g_assert_cmpuint (activate (one), ==, 1);
  for (guint i = 0; i < 2; i++)
    {
      apo_action_state_set_enabled (one, "test.count", FALSE);
      g_assert_cmpuint (activate (one), ==, 0);
    }
  g_assert_cmpuint (activate (other), ==, 1);
  apo_action_state_set_enabled (one, "test.count", 2);
  g_assert_cmpuint (activate (one), ==, 1);
  apo_action_state_set_enabled (one, "test.count", FALSE);
  g_assert_cmpuint (activate (one), ==, 0);

  g_object_unref (one);
  g_object_unref (other);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/action-state/enabled", test_enabled);

  return g_test_run ();
}
