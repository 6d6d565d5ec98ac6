/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-actor-mentions.h"

#include <glib/gi18n.h>

#include "apo-actor-forms.h"
#include "apo-edit-actors.h"
#include "apo-wrap-layout.h"

/* More chips than these are shown when they are asked for. */
#define FEW_FORMS 12

struct _ApoActorMentions {
  GtkBox parent_instance;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoActor *actor;
  GPtrArray *forms;             /* (nullable) ApoActorForm */
  ApoText *known_text;          /* (nullable) what the forms were made of: text, name … */
  GVariant *known[3];
  char *shown;                  /* (nullable) what the chips were made of */
  char *key;                    /* (nullable) of the form that is gone through, NULL for all */
  int current;                  /* which of its places is shown, -1 for none */
  gboolean all_forms;

  GtkWidget *chips;
  GtkWidget *more;
  GtkMenuButton *add;
  GtkEntry *alias;
  GtkWidget *accept;
  GtkCheckButton *everywhere;
  GtkLabel *hint;
  GtkWidget *place;
  GtkLabel *position;
  GtkWidget *previous;
  GtkWidget *next;
  GtkLabel *sentence;
  GtkWidget *remove_mention;
  GtkWidget *remove_alias;
};

G_DEFINE_FINAL_TYPE (ApoActorMentions, apo_actor_mentions, GTK_TYPE_BOX)

enum {
  SIGNAL_SPAN_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static ApoActorForm *
find_form (ApoActorMentions *self)
{
  for (guint i = 0; self->key != NULL && self->forms != NULL && i < self->forms->len; i++)
    {
      ApoActorForm *form = self->forms->pdata[i];

      if (g_str_equal (form->key, self->key))
        return form;
    }

  return NULL;
}

/* The places that are gone through. */
static GArray *
dup_places (ApoActorMentions *self)
{
  ApoActorForm *form = find_form (self);

  return form != NULL ? g_array_ref (form->mentions)
                      : apo_actor_forms_list_mentions (self->dossier, self->actor);
}

static ApoSpan
get_span (ApoActorMentions *self,
          guint             mention)
{
  guint n;

  return apo_actor_get_mentions (self->actor, &n)[mention].span;
}

/* A name that stands nowhere in the text. */
static void
show_no_place (ApoActorMentions *self)
{
  gtk_label_set_label (self->position, "");
  gtk_label_set_text (self->sentence, _("This name does not stand in the text."));
}

static gboolean
is_own_name (ApoActorMentions *self,
             ApoActorForm     *form)
{
  g_autofree char *folded = apo_text_dup_folded (apo_actor_get_name (self->actor));

  return g_str_equal (folded, form->key);
}

static void
update_place (ApoActorMentions *self)
{
  g_autoptr (GArray) places = dup_places (self);
  ApoActorForm *form = find_form (self);
  gboolean can_edit = self->history != NULL;
  g_autofree char *position = NULL;
  g_autofree char *markup = NULL;
  gboolean open = self->current >= 0 && (places->len > 0 || form != NULL);

  gtk_widget_set_visible (self->place, open);
  if (!open)
    return;

  self->current = MIN (self->current, (int) MAX (places->len, 1) - 1);
  gtk_widget_set_visible (self->previous, places->len > 1);
  gtk_widget_set_visible (self->next, places->len > 1);
  gtk_widget_set_visible (self->remove_mention, can_edit && places->len > 0);
  gtk_widget_set_visible (self->remove_alias,
                          can_edit && form != NULL && g_unichar_isprint (form->key[0])
                          && !is_own_name (self, form));
  if (places->len == 0)
    {
      show_no_place (self);
      return;
    }

  /* Translators: which of the places in the text where an actor is named, of how many */
  position = g_strdup_printf (_("%u of %u"), self->current + 1, places->len);
  gtk_label_set_label (self->position, position);
  markup = apo_actor_forms_dup_markup (
    self->dossier, get_span (self, g_array_index (places, guint, self->current)));
  gtk_label_set_markup (self->sentence, markup);
}

static void
light_chips (ApoActorMentions *self)
{
  for (GtkWidget *chip = gtk_widget_get_first_child (self->chips); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    {
      const char *key = g_object_get_data (G_OBJECT (chip), "key");

      if (key != NULL && self->current >= 0 && g_strcmp0 (key, self->key) == 0)
        gtk_widget_add_css_class (chip, "lit");
      else
        gtk_widget_remove_css_class (chip, "lit");
    }
}

/* Goes to another place of the form that is gone through. */
static void
go (ApoActorMentions *self,
    int               step)
{
  g_autoptr (GArray) places = dup_places (self);
  int n = places->len;

  if (self->current < 0)
    self->current = step > 0 ? 0 : MAX (n, 1) - 1;
  else if (n > 0)
    self->current = (self->current + step + n) % n;
  update_place (self);
  light_chips (self);
  if (n > 0)
    {
      ApoSpan span = get_span (self, g_array_index (places, guint, self->current));

      g_signal_emit (self, signals[SIGNAL_SPAN_ACTIVATED], 0, span.start, span.end);
    }
}

static void
choose_form (ApoActorMentions *self,
             const char       *key)
{
  if (g_strcmp0 (key, self->key) == 0)
    return;

  g_free (self->key);
  self->key = g_strdup (key);
  self->current = -1;
}

static void
chip_clicked_cb (ApoActorMentions *self,
                 GtkWidget        *chip)
{
  choose_form (self, g_object_get_data (G_OBJECT (chip), "key"));
  go (self, 1);
}

static GtkWidget *
create_chip (ApoActorMentions *self,
             ApoActorForm     *form)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_label_new (form->label);
  g_autofree char *count = g_strdup_printf ("%u", form->mentions->len);
  GtkWidget *number = gtk_label_new (count);
  /* Translators: a name of an actor, and in how many places of the text it stands */
  g_autofree char *label = g_strdup_printf (ngettext ("%s, %u place", "%s, %u places",
                                                      form->mentions->len),
                                            form->label, form->mentions->len);

  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 26);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), number);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "apo-chip");
  gtk_widget_set_tooltip_text (chip, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (chip), "key", g_strdup (form->key), g_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);

  return chip;
}

/* Shows the chips, and a button for those that are too many. */
static void
fill_chips (ApoActorMentions *self)
{
  guint n = self->forms->len;
  guint n_shown = self->all_forms || n <= FEW_FORMS + 1 ? n : FEW_FORMS;
  /* Translators: a button; %u more names of an actor */
  g_autofree char *label = g_strdup_printf (ngettext ("%u more", "%u more", n - n_shown),
                                            n - n_shown);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->chips)) != self->more)
    gtk_box_remove (GTK_BOX (self->chips), child);
  for (guint i = 0; i < n_shown; i++)
    gtk_widget_insert_before (create_chip (self, self->forms->pdata[i]), self->chips, self->more);
  gtk_button_set_label (GTK_BUTTON (self->more), label);
  gtk_widget_set_visible (self->more, n_shown < n);
  light_chips (self);
}

static void
more_clicked_cb (ApoActorMentions *self)
{
  self->all_forms = TRUE;
  fill_chips (self);
  gtk_widget_child_focus (self->chips, GTK_DIR_TAB_FORWARD);
}

/* What the forms depend on. */
static const guint known_fields[] = {
  APO_ACTOR_FIELD_NAME, APO_ACTOR_FIELD_ALIASES, APO_ACTOR_FIELD_MENTIONS,
};

/* Whether the forms are those of now: a value of an item is replaced by another, never changed. */
static gboolean
is_known (ApoActorMentions *self,
          ApoDossier       *dossier,
          ApoActor         *actor)
{
  if (self->forms == NULL || self->actor != actor
      || self->known_text != apo_article_get_text (apo_dossier_get_article (dossier)))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (known_fields); i++)
    if (self->known[i] != apo_item_get_value (APO_ITEM (actor), known_fields[i]))
      return FALSE;

  return TRUE;
}

static void
forget_forms (ApoActorMentions *self)
{
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_clear_pointer (&self->known_text, apo_text_unref);
  for (guint i = 0; i < G_N_ELEMENTS (known_fields); i++)
    g_clear_pointer (&self->known[i], g_variant_unref);
}

static void
learn_forms (ApoActorMentions *self)
{
  self->forms = apo_actor_forms_collect (self->dossier, self->actor);
  self->known_text =
    apo_text_ref (apo_article_get_text (apo_dossier_get_article (self->dossier)));
  for (guint i = 0; i < G_N_ELEMENTS (known_fields); i++)
    self->known[i] = g_variant_ref (apo_item_get_value (APO_ITEM (self->actor), known_fields[i]));
}

static char *
dup_signature (GPtrArray *forms)
{
  GString *signature = g_string_new (NULL);

  for (guint i = 0; i < forms->len; i++)
    {
      ApoActorForm *form = forms->pdata[i];

      g_string_append_printf (signature, "%s\1%s\1%u\2", form->key, form->label,
                              form->mentions->len);
    }

  return g_string_free (signature, FALSE);
}

static void
next_cb (ApoActorMentions *self)
{
  go (self, 1);
}

static void
previous_cb (ApoActorMentions *self)
{
  go (self, -1);
}

/* The place that comes next is shown then, where there is one. */
static void
remove_mention_cb (ApoActorMentions *self)
{
  g_autoptr (GArray) places = dup_places (self);

  if (self->current >= 0 && self->current < (int) places->len)
    apo_edit_remove_mention (self->history, self->actor,
                             g_array_index (places, guint, self->current));
}

static void
remove_alias_cb (ApoActorMentions *self)
{
  ApoActorForm *form = find_form (self);
  g_autofree char *label = form != NULL ? g_strdup (form->label) : NULL;

  if (label == NULL)
    return;

  choose_form (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
  apo_edit_remove_name (self->history, self->actor, label);
}

static char *
dup_typed (ApoActorMentions *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->alias))));
}

/* Where the words stand and are no mention of this actor yet; how many are those of others. */
static GArray *
collect_places (ApoActorMentions *self,
                const char       *words,
                guint            *n_others)
{
  g_autoptr (GArray) found = apo_dossier_find_occurrences (self->dossier, words);
  GArray *spans = apo_spans_new ();

  *n_others = 0;
  for (guint i = 0; i < found->len; i++)
    {
      ApoOccurrence *place = &g_array_index (found, ApoOccurrence, i);

      if (place->actor == NULL)
        g_array_append_val (spans, place->span);
      else if (place->actor != self->actor)
        (*n_others)++;
    }

  return spans;
}

static void
alias_changed_cb (ApoActorMentions *self)
{
  g_autofree char *typed = dup_typed (self);
  gboolean known = apo_actor_has_name (self->actor, typed);
  guint n_others = 0;
  g_autoptr (GArray) spans = *typed != '\0' ? collect_places (self, typed, &n_others) : NULL;
  guint n = spans != NULL ? spans->len : 0;
  g_autofree char *label =
    g_strdup_printf (ngettext ("Also mark the %u place where it stands",
                               "Also mark the %u places where it stands", n), n);
  g_autofree char *hint = NULL;

  if (known && *typed != '\0')
    hint = g_strdup (_("The actor has this name already."));
  else if (n_others > 0)
    hint = g_strdup_printf (ngettext ("In %u place it is the name of another actor; merge the two "
                                      "if they are the same.",
                                      "In %u places it is the name of another actor; merge the two "
                                      "if they are the same.", n_others), n_others);
  gtk_widget_set_sensitive (self->accept, *typed != '\0' && !known);
  gtk_check_button_set_label (self->everywhere, label);
  gtk_widget_set_visible (GTK_WIDGET (self->everywhere), n > 0 && !known);
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
}

static void
show_alias_cb (ApoActorMentions *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->alias), "");
  gtk_check_button_set_active (self->everywhere, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->alias));
}

static void
accept_alias_cb (ApoActorMentions *self)
{
  g_autofree char *typed = dup_typed (self);
  g_autoptr (GArray) spans = NULL;
  guint n_others;

  if (*typed == '\0' || apo_actor_has_name (self->actor, typed))
    return;

  gtk_menu_button_popdown (self->add);
  spans = collect_places (self, typed, &n_others);
  apo_edit_add_alias_at (self->history, self->actor, typed, (const ApoSpan *) spans->data,
                         gtk_check_button_get_active (self->everywhere) ? spans->len : 0);
}

static void
apo_actor_mentions_dispose (GObject *object)
{
  ApoActorMentions *self = APO_ACTOR_MENTIONS (object);

  g_clear_object (&self->actor);
  g_clear_object (&self->history);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_actor_mentions_parent_class)->dispose (object);
}

static void
apo_actor_mentions_finalize (GObject *object)
{
  ApoActorMentions *self = APO_ACTOR_MENTIONS (object);

  forget_forms (self);
  g_free (self->shown);
  g_free (self->key);

  G_OBJECT_CLASS (apo_actor_mentions_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/apostille/Apostille/ui/apo-actor-mentions.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoActorMentions, chips);
  gtk_widget_class_bind_template_child (widget_class, ApoActorMentions, more);
  gtk_widget_class_bind_template_child (widget_class, ApoActorMentions, add);
  gtk_widget_class_bind_template_child (widget_class, ApoActorMentions, alias);
  gtk_widget_class_bind_template_child (widget_class, ApoActorMentions, accept);
  gtk_widget_class_bind_template_child (widget_class, ApoActorMentions, everywhere);
  gtk_widget_class_bind_template_child (widget_class, ApoActorMentions, hint);
  gtk_widget_class_bind_template_child (widget_class, ApoActorMentions, place);
  gtk_widget_class_bind_template_child (widget_class, ApoActorMentions, position);
  gtk_widget_class_bind_template_child (widget_class, ApoActorMentions, previous);
  gtk_widget_class_bind_template_child (widget_class, ApoActorMentions, next);
  gtk_widget_class_bind_template_child (widget_class, ApoActorMentions, sentence);
  gtk_widget_class_bind_template_child (widget_class, ApoActorMentions, remove_mention);
  gtk_widget_class_bind_template_child (widget_class, ApoActorMentions, remove_alias);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_mention_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_alias_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_alias_cb);
  gtk_widget_class_bind_template_callback (widget_class, alias_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_alias_cb);
}

static void
apo_actor_mentions_class_init (ApoActorMentionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = apo_actor_mentions_dispose;
  object_class->finalize = apo_actor_mentions_finalize;

  signals[SIGNAL_SPAN_ACTIVATED] =
    g_signal_new ("span-activated", APO_TYPE_ACTOR_MENTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  g_type_ensure (APO_TYPE_WRAP_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
apo_actor_mentions_init (ApoActorMentions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->current = -1;
}

/**
 * apo_actor_mentions_show:
 * @history: (nullable): what executes the commands; %NULL where nothing may be changed
 * @actor: (nullable): the actor to show
 */
void
apo_actor_mentions_show (ApoActorMentions *mentions,
                         ApoDossier       *dossier,
                         ApoHistory       *history,
                         ApoActor         *actor)
{
  g_autofree char *signature = NULL;

  g_return_if_fail (APO_IS_ACTOR_MENTIONS (mentions));

  if (actor != NULL && mentions->history == history && is_known (mentions, dossier, actor))
    return;

  g_set_object (&mentions->dossier, dossier);
  g_set_object (&mentions->history, history);
  if (mentions->actor != actor)
    {
      if (mentions->current >= 0)
        g_signal_emit (mentions, signals[SIGNAL_SPAN_ACTIVATED], 0, 0, 0);
      choose_form (mentions, NULL);
      mentions->current = -1;
      mentions->all_forms = FALSE;
    }
  g_set_object (&mentions->actor, actor);
  forget_forms (mentions);
  if (actor == NULL)
    return;

  learn_forms (mentions);
  signature = dup_signature (mentions->forms);
  if (find_form (mentions) == NULL && mentions->key != NULL)
    choose_form (mentions, NULL);
  if (g_strcmp0 (signature, mentions->shown) != 0)
    fill_chips (mentions);
  g_free (mentions->shown);
  mentions->shown = g_steal_pointer (&signature);
  gtk_widget_set_visible (GTK_WIDGET (mentions->add), history != NULL);
  update_place (mentions);
  light_chips (mentions);
}

/**
 * apo_actor_mentions_step:
 * @step: 1 for the next place, -1 for the one before
 *
 * Goes on through the places of the name chosen last, or of all names.
 */
void
apo_actor_mentions_step (ApoActorMentions *mentions,
                         int               step)
{
  g_return_if_fail (APO_IS_ACTOR_MENTIONS (mentions));

  if (mentions->actor != NULL)
    go (mentions, step);
}

/**
 * apo_actor_mentions_step_all:
 *
 * Goes on through all places, whatever the actor is called there.
 */
void
apo_actor_mentions_step_all (ApoActorMentions *mentions)
{
  g_return_if_fail (APO_IS_ACTOR_MENTIONS (mentions));

  if (mentions->actor == NULL)
    return;

  choose_form (mentions, NULL);
  go (mentions, 1);
}
