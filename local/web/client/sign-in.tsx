// Where one chooses who to be in this window.
import { useMemo, useState } from 'preact/hooks';
import { useApp } from './app-state';
import { addressOf, go } from './route';

export function SignInPage() {
  const { say, desk } = useApp();
  const [search, setSearch] = useState('');
  const [other, setOther] = useState('');
  const found = useMemo(() => {
    const words = search.toLowerCase().split(/\s+/);
    return desk.people.filter(({ email, name, role = '' }) => {
      const all = `${name} ${email} ${role}`.toLowerCase();
      return words.every((word) => all.includes(word));
    });
  }, [search, desk.people]);
  return (
    <main class="sign-in">
      <h1>{say('signIn.title')}</h1>
      <p class="lead">{say('signIn.lead')}</p>
      <label class="field">
        {say('signIn.search')}
        <input
          type="search"
          value={search}
          onInput={(event) => {
            setSearch(event.currentTarget.value);
          }}
        />
      </label>
      <h2>
        {say('signIn.people')} <small>{say('signIn.count', { n: found.length })}</small>
      </h2>
      <ul class="people" tabIndex={0} aria-label={say('signIn.people')}>
        {found.map(({ email, name, role }) => (
          <li key={email}>
            <a href={addressOf(email, '')}>
              <span class="initial" aria-hidden="true">
                {(name === '' ? email : name).slice(0, 1).toUpperCase()}
              </span>
              <span>
                <strong>{name === '' ? email : name}</strong>
                {role !== undefined && <small>{role}</small>}
                {name !== '' && <small>{email}</small>}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p>{say('signIn.none')}</p>}
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          go(addressOf(other.trim(), ''));
        }}
      >
        <label class="field">
          {say('signIn.other')}
          <input
            type="email"
            required
            value={other}
            aria-describedby="other-help"
            onInput={(event) => {
              setOther(event.currentTarget.value);
            }}
          />
          <small id="other-help">{say('signIn.otherHelp')}</small>
        </label>
        <button type="submit">{say('signIn.enter')}</button>
      </form>
    </main>
  );
}
