import {
  Divider,
  Dropdown,
  DropdownGroup,
  DropdownItem,
  DropdownList,
  Label,
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadMain,
  MastheadToggle,
  MenuToggle,
  PageToggleButton,
  Title,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { BarsIcon } from '@patternfly/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LANGUAGES, setLanguage } from './i18n';
import type { Person } from './session';
import { useDarkTheme } from './theme';

type Props = { user: Person; onLogOut: () => void };

const UserMenu = ({ user, onLogOut }: Props) => {
  const [open, setOpen] = useState(false);
  const [dark, toggleDark] = useDarkTheme();
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      popperProps={{ position: 'right' }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plainText"
          isExpanded={open}
          onClick={() => setOpen(!open)}
          data-test="user-dropdown-toggle"
        >
          {user.displayName}
        </MenuToggle>
      )}
    >
      <DropdownGroup label={`Logged in as ${user.name}`}>
        <DropdownList>
          <DropdownItem onClick={onLogOut} data-test="log-out" description={user.description}>
            Switch user
          </DropdownItem>
          <DropdownItem onClick={() => void navigate('/user-preferences')}>
            User Preferences
          </DropdownItem>
          <DropdownItem onClick={toggleDark} data-test="toggle-theme">
            {dark ? 'Light theme' : 'Dark theme'}
          </DropdownItem>
        </DropdownList>
      </DropdownGroup>
      <Divider />
      <DropdownGroup label="Language">
        <DropdownList>
          {Object.entries(LANGUAGES).map(([code, name]) => (
            <DropdownItem
              key={code}
              lang={code}
              isSelected={i18n.language === code}
              onClick={() => void setLanguage(code)}
              data-test={`language-${code}`}
            >
              {name}
            </DropdownItem>
          ))}
        </DropdownList>
      </DropdownGroup>
    </Dropdown>
  );
};

/** The bar at the top. It says that this is no OpenShift console. */
export const Header = (props: Props) => (
  <Masthead>
    <MastheadMain>
      <MastheadToggle>
        <PageToggleButton variant="plain" aria-label="Main navigation">
          <BarsIcon />
        </PageToggleButton>
      </MastheadToggle>
      <MastheadBrand>
        <Title headingLevel="h2" size="lg">
          Development console
        </Title>
      </MastheadBrand>
    </MastheadMain>
    <MastheadContent>
      <Toolbar isStatic>
        <ToolbarContent alignItems="center">
          <ToolbarItem>
            <Label color="orange" data-test="development-label">
              For development: not an OpenShift console
            </Label>
          </ToolbarItem>
          <ToolbarItem align={{ default: 'alignEnd' }}>
            <UserMenu {...props} />
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
    </MastheadContent>
  </Masthead>
);
