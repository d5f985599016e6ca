import { useForm } from "@conform-to/react";
import type { MetaFunction } from "@remix-run/node";
import { useState } from "react";
import { ChoiceGroups } from "#app/components/abstraction/choice-groups.tsx";
import { CoverFields } from "#app/components/abstraction/cover-fields.tsx";
import { OtherTimes } from "#app/components/abstraction/entry-fields.tsx";
import { readKeptForm, type KeptForm } from "#app/components/abstraction/kept-form.ts";
import type { LogFormFields } from "#app/components/abstraction/log-schema.ts";
import { textsOf } from "#app/components/abstraction/use-device.ts";
import { entryToKeep, keepWaiting } from "#app/components/abstraction/waiting-entries.ts";
import { WaitingList } from "#app/components/abstraction/waiting-list.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";
import { deviceStorage } from "#app/components/plan/device-storage.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Log without a signal", description: "What you log waits here.", path: null });

export const headers = pageHeaders;

/** The same for everybody, and empty: a browser keeps it for when there is no signal. */
export function loader() {
  allowPublic();
  return privatePage({});
}

export default function LogOffline() {
  const isHydrated = useHydrated();
  return (
    <div className="govuk-width-container sn-page sn-staff">
      <h1 className="govuk-heading-l">Log an abstraction</h1>
      <p>This device has no signal. What you log waits here and is sent when the signal is back.</p>
      {isHydrated ? <OfflineLog /> : null}
    </div>
  );
}

function OfflineLog() {
  const [form] = useState(() => {
    const storage = deviceStorage();
    return storage === null ? null : readKeptForm(storage);
  });
  // A number for each entry that is written here; the list begins anew with it.
  const [saved, setSaved] = useState(0);
  if (form === null)
    return <p>Open “Log” under “Abstractions” once with a signal. Then it is here without one too.</p>;
  return (
    <>
      <WaitingList key={`list-${saved}`} known={form.mark} />
      <OfflineForm key={saved} form={form} onSaved={() => setSaved(saved + 1)} />
    </>
  );
}

function OfflineForm({ form, onSaved }: { form: KeptForm; onSaved: () => void }) {
  const [, fields] = useForm<LogFormFields>({
    id: "offline",
    defaultValue: { when: "from-now", day: "today" },
  });
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const save = (element: HTMLFormElement) => {
    const texts = textsOf(element).set("id", crypto.randomUUID());
    if (!texts.has("postId") || !texts.has("code")) {
      setProblem("Select who it is, and what they were used for");
      return;
    }
    const storage = deviceStorage();
    const isKept = storage !== null && keepWaiting(storage, form.mark, entryToKeep(texts, new Date()));
    if (isKept) {
      window.scrollTo({ top: 0 });
      onSaved();
    } else setProblem("This device keeps nothing. Write it down and log it later");
  };
  return (
    <form
      noValidate
      onChange={({ target }) => {
        if (target instanceof HTMLInputElement && target.name === "code") setCode(target.value);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        save(event.currentTarget);
      }}
    >
      <ChoiceGroups
        field={fields.postId}
        legend="Who?"
        first={form.posts}
        more={{ words: "Others", groups: [] }}
      />
      <ChoiceGroups
        field={fields.code}
        legend="Used for what?"
        first={form.codes.first}
        more={{ words: "All other codes", groups: form.codes.groups }}
      />
      <CoverFields fields={fields} teams={form.teams} isShown={code === "R1"} />
      <Radios
        field={fields.when}
        legend="When?"
        items={[
          { value: "from-now", label: "This shift, from now" },
          { value: "shift", label: "All of this shift" },
        ]}
      />
      <OtherTimes fields={fields} today="Today" />
      {problem === null ? null : (
        <p className="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      <div className="sn-save">
        <Button>Save on this device</Button>
      </div>
    </form>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
